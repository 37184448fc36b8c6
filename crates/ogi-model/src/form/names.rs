//! The names of the form's parts: tables, sections, rows, columns, groups.

use super::keyed::keyed;

keyed! {
    /// One of the three tables with figures.
    TableId as "table" {
        /// Table two, 主动公开政府信息情况.
        ActiveDisclosure = "active_disclosure", "Proactive disclosure";
        /// Table three, 收到和处理政府信息公开申请情况.
        Applications = "applications", "Requests received and handled";
        /// Table four, 政府信息公开行政复议、行政诉讼情况.
        Disputes = "disputes", "Reconsideration and litigation";
    }
}

keyed! {
    /// One of the six parts of the report.
    Section as "section" {
        /// 一、总体情况
        Overview = "overview", "Overview";
        /// 二、主动公开政府信息情况
        ActiveDisclosure = "active_disclosure", "Proactive disclosure";
        /// 三、收到和处理政府信息公开申请情况
        Applications = "applications", "Requests received and handled";
        /// 四、政府信息公开行政复议、行政诉讼情况
        Disputes = "disputes", "Reconsideration and litigation";
        /// 五、存在的主要问题及改进情况
        Problems = "problems", "Main problems and improvements";
        /// 六、其他需要报告的事项
        OtherMatters = "other_matters", "Other matters to report";
    }
}

impl Section {
    /// The table that the part consists of; `None` for a narrative part.
    pub const fn table(self) -> Option<TableId> {
        match self {
            Self::ActiveDisclosure => Some(TableId::ActiveDisclosure),
            Self::Applications => Some(TableId::Applications),
            Self::Disputes => Some(TableId::Disputes),
            Self::Overview | Self::Problems | Self::OtherMatters => None,
        }
    }

    /// Its place among the six, from 1.
    pub const fn number(self) -> usize {
        self as usize + 1
    }
}

impl TableId {
    /// The part of the report that this table is.
    pub const fn section(self) -> Section {
        match self {
            Self::ActiveDisclosure => Section::ActiveDisclosure,
            Self::Applications => Section::Applications,
            Self::Disputes => Section::Disputes,
        }
    }
}

keyed! {
    /// A row of figures, of any edition.
    Row as "row" {
        Rules = "rules", "Rules (government regulations)";
        NormativeDocuments = "normative_documents", "Administrative normative documents";
        Licensing = "licensing", "Administrative licensing";
        OtherServices = "other_services", "Other services to the public";
        Penalties = "penalties", "Administrative penalties";
        CompulsoryMeasures = "compulsory_measures", "Administrative compulsory measures";
        Fees = "fees", "Administrative fees";
        Procurement = "procurement", "Centralised government procurement";
        NewlyReceived = "newly_received", "Requests newly received this year";
        CarriedIn = "carried_in", "Requests carried in from last year";
        Granted = "granted", "Granted";
        PartiallyGranted = "partially_granted", "Partially granted";
        DeniedStateSecret = "denied_state_secret", "Denied: state secret";
        DeniedByLaw = "denied_by_law", "Denied: forbidden by other laws or regulations";
        DeniedSecurityStability = "denied_security_stability", "Denied: endangers security or stability";
        DeniedThirdParty = "denied_third_party", "Denied: third-party rights";
        DeniedInternalAffairs = "denied_internal_affairs", "Denied: internal affairs";
        DeniedDeliberative = "denied_deliberative", "Denied: deliberative process";
        DeniedEnforcementFile = "denied_enforcement_file", "Denied: enforcement file";
        DeniedInquiryMatter = "denied_inquiry_matter", "Denied: matter of administrative inquiry";
        UnavailableNotHeld = "unavailable_not_held", "Unavailable: not held by this organ";
        UnavailableNeedsCreation = "unavailable_needs_creation", "Unavailable: would have to be created";
        UnavailableUnclear = "unavailable_unclear", "Unavailable: still unclear after correction";
        RefusedPetition = "refused_petition", "Not processed: petition, report or complaint";
        RefusedRepeat = "refused_repeat", "Not processed: repeated request";
        RefusedPublished = "refused_published", "Not processed: asks for a publication";
        RefusedExcessive = "refused_excessive", "Not processed: excessive without good reason";
        RefusedConfirmation = "refused_confirmation", "Not processed: asks to confirm or reissue";
        OtherNotCorrected = "other_not_corrected", "Otherwise: not corrected in time";
        OtherFeeUnpaid = "other_fee_unpaid", "Otherwise: fee not paid in time";
        OtherReasons = "other_reasons", "Otherwise: other reasons";
        OtherProcessing = "other", "Otherwise processed";
        Concluded = "concluded", "Concluded, total";
        CarriedOut = "carried_out", "Carried out to next year";
        Reconsideration = "reconsideration", "Administrative reconsideration";
        LitigationDirect = "litigation_direct", "Litigation without prior reconsideration";
        LitigationAfterReconsideration = "litigation_after_reconsideration", "Litigation after reconsideration";
    }
}

impl Row {
    /// The table that has this row.
    pub const fn table(self) -> TableId {
        match self as u8 {
            n if n <= Self::Procurement as u8 => TableId::ActiveDisclosure,
            n if n <= Self::CarriedOut as u8 => TableId::Applications,
            _ => TableId::Disputes,
        }
    }
}

keyed! {
    /// A column of figures, of any table and edition.
    Column as "column" {
        Issued = "issued", "Issued this year";
        Repealed = "repealed", "Repealed this year";
        InForce = "in_force", "In force";
        Produced = "produced", "Newly produced this year";
        NewlyDisclosed = "newly_disclosed", "Newly disclosed this year";
        DisclosedTotal = "disclosed_total", "Disclosed in total";
        ItemsLastYear = "items_last_year", "Items last year";
        Change = "change", "Change this year (signed)";
        Decisions = "decisions", "Decisions";
        Projects = "projects", "Procurement projects";
        Amount = "amount", "Amount in 10,000 yuan";
        NaturalPerson = "natural_person", "Natural persons";
        CommercialEnterprise = "commercial_enterprise", "Commercial enterprises";
        ResearchInstitution = "research_institution", "Research institutions";
        PublicWelfareOrganization = "public_welfare_organization", "Public welfare organisations";
        LegalServiceOrganization = "legal_service_organization", "Legal service organisations";
        OtherOrganization = "other_organization", "Other organisations";
        Upheld = "upheld", "Upheld";
        Corrected = "corrected", "Corrected";
        OtherResult = "other", "Other results";
        Pending = "pending", "Pending";
        Total = "total", "Total";
    }
}

keyed! {
    /// A merged head over rows or columns.
    Group as "group" {
        Outcome = "outcome", "Results this year";
        Denied = "denied", "Denied";
        Unavailable = "unavailable", "Unavailable";
        Refused = "refused", "Not processed";
        OtherProcessing = "other_processing", "Otherwise processed";
        Applicants = "applicants", "Applicants";
        Organizations = "organizations", "Legal persons and other organisations";
        Litigation = "litigation", "Administrative litigation";
    }
}
