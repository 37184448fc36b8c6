//! The one native method of the class `ogi.Native`: a call of [`ogi::embed::json`], bytes in and bytes out.
//!
//! Texts cross as bytes of UTF-8: strings of Java would be another encoding. The first byte of an answer says whether it is one
//! (0) or an error (1); `ogi.Ogi` makes an exception of an error.

use std::any::Any;
use std::panic::catch_unwind;

use jni::EnvUnowned;
use jni::errors::ThrowRuntimeExAndDefault;
use jni::objects::{JByteArray, JClass};
use jni::sys::jint;
use ogi::embed::{EmbedError, json};

/// Takes a source and options, and answers in bytes.
type Function = fn(&[u8], &str) -> Result<Vec<u8>, EmbedError>;

/// The functions, in the order of `ogi.Native`.
const FUNCTIONS: [Function; 5] = [
    |source, options| json::read(source, options).map(String::into_bytes),
    |source, options| json::check(source, options).map(String::into_bytes),
    json::write,
    json::annotate,
    |source, options| json::tally(source, options).map(String::into_bytes),
];

/// `static native byte[] call(int function, byte[] source, byte[] options)`
#[allow(unsafe_code, reason = "the name is what Java calls")]
// SAFETY: No other function of the process has this name: it is that of a method of one class.
#[unsafe(no_mangle)]
pub extern "system" fn Java_ogi_Native_call<'caller>(
    mut env: EnvUnowned<'caller>,
    _class: JClass<'caller>,
    function: jint,
    source: JByteArray<'caller>,
    options: JByteArray<'caller>,
) -> JByteArray<'caller> {
    let outcome = env.with_env(|env| -> Result<_, jni::errors::Error> {
        let source = env.convert_byte_array(&source)?;
        let options = env.convert_byte_array(&options)?;
        env.byte_array_from_slice(&answer(function, &source, &options))
    });
    outcome.resolve::<ThrowRuntimeExAndDefault>()
}

fn answer(function: jint, source: &[u8], options: &[u8]) -> Vec<u8> {
    let call = || -> Result<Vec<u8>, EmbedError> {
        let function = usize::try_from(function).ok().and_then(|it| FUNCTIONS.get(it));
        let function = function.ok_or_else(|| EmbedError::Bug("no such function".to_owned()))?;
        let options = str::from_utf8(options);
        let options = options.map_err(|error| EmbedError::Options(error.to_string()))?;
        function(source, options)
    };
    let (status, answer) = match catch_unwind(call).unwrap_or_else(bug) {
        Ok(answer) => (0, answer),
        Err(error) => (1, serde_json::to_vec(&error).unwrap_or_default()),
    };
    let mut bytes = Vec::with_capacity(answer.len() + 1);
    bytes.push(status);
    bytes.extend(answer);
    bytes
}

fn bug(panic: Box<dyn Any + Send>) -> Result<Vec<u8>, EmbedError> {
    let said = panic.downcast_ref::<&str>().map(|it| (*it).to_owned());
    let said = said.or_else(|| panic.downcast_ref::<String>().cloned());
    Err(EmbedError::Bug(said.unwrap_or_else(|| "panic".to_owned())))
}
