package policy

// Kind is the part that a provision plays.
type Kind string

// The kinds of provisions. Only the first four can be breached.
const (
	Duty               Kind = "duty"
	Prohibition        Kind = "prohibition"
	ConditionalDuty    Kind = "conditional_duty"
	Procedural         Kind = "procedural"
	Indicator          Kind = "indicator"
	MitigationOption   Kind = "mitigation_option"
	Voluntary          Kind = "voluntary"
	LegalEffect        Kind = "legal_effect"
	LiabilityCondition Kind = "liability_condition"
	Charge             Kind = "charge"
)

// Addressee is a kind of service in the tiers of Art. 3 and Art. 33.
type Addressee string

// The addressees, from the widest to the narrowest.
const (
	Intermediary   Addressee = "intermediary"
	Hosting        Addressee = "hosting"
	OnlinePlatform Addressee = "online_platform"
	Marketplace    Addressee = "marketplace"
	SearchEngine   Addressee = "online_search_engine"
	VLOPVLOSE      Addressee = "vlop_vlose"
)

// Exemption is a paragraph that frees micro and small enterprises.
type Exemption string

// The size exclusions.
const (
	NoExemption Exemption = "none"
	Art15_2     Exemption = "art15_2"
	Art19_1     Exemption = "art19_1"
	Art29_1     Exemption = "art29_1"
)

// Rule says from when a provision applies.
type Rule string

// The rules: the whole Regulation, Section 5 of Chapter III, the provisions
// that Art. 93(2) brings forward, and the powers towards designated services.
const (
	General     Rule = "general"
	Section5    Rule = "section5"
	Early       Rule = "early"
	Supervision Rule = "supervision"
)

// Penalty is a class of cap.
type Penalty string

// The classes of caps, by their provisions.
const (
	NoPenalty     Penalty = "none"
	SixPercent    Penalty = "art52_3_or_74_1_6pct"
	OnePercent    Penalty = "art74_2_1pct"
	FivePercent   Penalty = "art76_5pct_daily"
	DSCOnePercent Penalty = "art52_3_1pct"
	DSCFiveDaily  Penalty = "art52_4_5pct_daily"
)

// Supervisor says who enforces a provision.
type Supervisor string

// The supervisors, Art. 56.
const (
	DSCAndCommission Supervisor = "dsc_and_commission"
	CommissionOnly   Supervisor = "commission"
	DSCOnly          Supervisor = "dsc"
	Courts           Supervisor = "courts"
	Nobody           Supervisor = "nobody"
)

// Breachable reports whether a provision of this kind can be breached.
func (k Kind) Breachable() bool {
	return k == Duty || k == Prohibition || k == ConditionalDuty || k == Procedural
}

// ruleName is the name of the rules that hold the findings: a breach, or what
// is merely worth noting about a provision that cannot be breached.
func (k Kind) ruleName() string {
	if k.Breachable() {
		return "breach"
	}
	return "noted"
}

// speaksAgainst is the name of the rules that hold observations which decide
// nothing but point against compliance.
const speaksAgainst = "speaks_against"

var vocabulary = map[string][]string{
	"kind": {
		string(Duty), string(Prohibition), string(ConditionalDuty), string(Procedural), string(Indicator),
		string(MitigationOption), string(Voluntary), string(LegalEffect), string(LiabilityCondition), string(Charge),
	},
	"addressee": {
		string(Intermediary), string(Hosting), string(OnlinePlatform), string(Marketplace), string(SearchEngine), string(VLOPVLOSE),
	},
	"exemption": {string(NoExemption), string(Art15_2), string(Art19_1), string(Art29_1)},
	"rule":      {string(General), string(Section5), string(Early), string(Supervision)},
	"penalty": {
		string(NoPenalty), string(SixPercent), string(OnePercent), string(FivePercent), string(DSCOnePercent), string(DSCFiveDaily),
	},
	"supervised_by": {string(DSCAndCommission), string(CommissionOnly), string(DSCOnly), string(Courts), string(Nobody)},
}
