package render

import "github.com/dsaeval/dsaeval/engine/policy"

// The part of SARIF 2.1.0 that is written, in the words of the standard.

type sarifLog struct {
	Schema  string     `json:"$schema"`
	Version string     `json:"version"`
	Runs    []sarifRun `json:"runs"`
}

type sarifRun struct {
	Tool struct {
		Driver sarifDriver `json:"driver"`
	} `json:"tool"`
	Invocations []sarifInvocation `json:"invocations"`
	Artifacts   []sarifArtifact   `json:"artifacts"`
	Results     []sarifResult     `json:"results"`
	ColumnKind  string            `json:"columnKind"`
	Properties  any               `json:"properties"`
}

type sarifRunProperties struct {
	Assessments []sarifAssessment `json:"assessments"`
}

type sarifDriver struct {
	Name           string      `json:"name"`
	Version        string      `json:"version,omitempty"`
	InformationURI string      `json:"informationUri"`
	Rules          []sarifRule `json:"rules"`
}

type sarifInvocation struct {
	ExecutionSuccessful bool                `json:"executionSuccessful"`
	Notifications       []sarifNotification `json:"toolExecutionNotifications,omitempty"`
}

// sarifNotification is something that a viewer shows beside the results.
type sarifNotification struct {
	Level   string    `json:"level"`
	Message sarifText `json:"message"`
}

type sarifArtifact struct {
	Location sarifArtifactLocation `json:"location"`
	Roles    []string              `json:"roles"`
	Hashes   map[string]string     `json:"hashes"`
}

type sarifAssessment struct {
	Service          string `json:"service"`
	Provider         string `json:"provider"`
	AssessmentDate   string `json:"assessmentDate"`
	Facts            string `json:"facts"`
	PoliciesSHA256   string `json:"policiesSha256"`
	ParametersSHA256 string `json:"parametersSha256"`
}

type sarifRule struct {
	ID                   string             `json:"id"`
	Name                 string             `json:"name,omitempty"`
	ShortDescription     sarifText          `json:"shortDescription"`
	FullDescription      sarifText          `json:"fullDescription"`
	Help                 sarifHelp          `json:"help"`
	HelpURI              string             `json:"helpUri,omitempty"`
	DefaultConfiguration sarifConfiguration `json:"defaultConfiguration"`
	Properties           any                `json:"properties"`
}

type sarifText struct {
	Text string `json:"text"`
}

type sarifHelp struct {
	Text     string `json:"text"`
	Markdown string `json:"markdown"`
}

type sarifConfiguration struct {
	Level string `json:"level"`
}

type sarifRuleProperties struct {
	Article   string           `json:"article"`
	Addressee string           `json:"addressee"`
	Kind      string           `json:"kind"`
	Penalty   []policy.Penalty `json:"penalty"`
	Tags      []string         `json:"tags"`
}

type sarifResult struct {
	RuleID              string             `json:"ruleId"`
	RuleIndex           int                `json:"ruleIndex"`
	Kind                string             `json:"kind"`
	Level               string             `json:"level"`
	Message             sarifText          `json:"message"`
	Locations           []sarifLocation    `json:"locations"`
	RelatedLocations    []sarifLocation    `json:"relatedLocations,omitempty"`
	PartialFingerprints map[string]string  `json:"partialFingerprints"`
	Suppressions        []sarifSuppression `json:"suppressions"`
	Properties          any                `json:"properties"`
}

type sarifResultProperties struct {
	Verdict string `json:"verdict"`
	Basis   string `json:"basis,omitempty"`
	Code    string `json:"code,omitempty"`
	// What a finding rests on, how firm that is, and what ends it.
	Words       []string `json:"words,omitempty"`
	Parameters  []string `json:"parameters,omitempty"`
	Readings    []string `json:"readings,omitempty"`
	Status      string   `json:"status,omitempty"`
	EndedOn     string   `json:"endedOn,omitempty"`
	Remediation string   `json:"remediation,omitempty"`
	// What the verdict rests on and what speaks against the obligation.
	JudgedFacts    int      `json:"judgedFacts"`
	SpeaksAgainst  []string `json:"speaksAgainst,omitempty"`
	Service        string   `json:"service"`
	Provider       string   `json:"provider"`
	AssessmentDate string   `json:"assessmentDate"`
}

type sarifSuppression struct {
	Kind          string `json:"kind"`
	Status        string `json:"status"`
	Justification string `json:"justification"`
}

type sarifLocation struct {
	ID               int                    `json:"id,omitempty"`
	PhysicalLocation sarifPhysicalLocation  `json:"physicalLocation"`
	LogicalLocations []sarifLogicalLocation `json:"logicalLocations,omitempty"`
	Message          *sarifText             `json:"message,omitempty"`
}

type sarifPhysicalLocation struct {
	ArtifactLocation sarifArtifactLocation `json:"artifactLocation"`
	Region           *sarifRegion          `json:"region,omitempty"`
}

type sarifArtifactLocation struct {
	URI   string `json:"uri"`
	Index *int   `json:"index,omitempty"`
}

type sarifRegion struct {
	StartLine   int `json:"startLine"`
	StartColumn int `json:"startColumn,omitempty"`
}

type sarifLogicalLocation struct {
	Name               string `json:"name"`
	FullyQualifiedName string `json:"fullyQualifiedName"`
	Kind               string `json:"kind"`
}
