use ogi_solve::*;
use ogi_testkit::*;
fn main() {
    for seed in 0..4u64 {
        let mut r = Generator::new(seed).size(Size::Medium).report();
        let c = Corruption::CarriedIntoRowTotal.apply(&mut r, Channel::People, &mut rng(seed));
        println!("planted {c:?}");
        let s = System::of_report(&r);
        for e in s.broken() {
            println!("  broken {:?} {}", e.equality.id(), e.residual);
        }
        let l = s.localise(Budget::default());
        println!(
            "{} expl, exhaustive {} choices {}",
            l.explanations.len(),
            l.exhaustive,
            l.choices
        );
        for e in l.explanations.iter().take(5) {
            println!("   {:?} {:.4} {:?}", e.mechanism, e.posterior, e.edits);
        }
    }
}
