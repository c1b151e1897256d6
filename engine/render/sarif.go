package render

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"io"
	"net/url"
	"path"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/policy"
)

// SARIF writes breaches and undetermined obligations as SARIF 2.1.0, one run
// for all reports. Every obligation that was judged is a rule of that run, also
// those without a result.
func SARIF(w io.Writer, reports ...*engine.Report) error { return writeSARIF(w, reports, false) }

// SARIFAll is SARIF with a result for every obligation, also for those that
// are kept or do not apply.
func SARIFAll(w io.Writer, reports ...*engine.Report) error { return writeSARIF(w, reports, true) }

func writeSARIF(w io.Writer, reports []*engine.Report, all bool) error {
	s := newSARIF()
	var properties sarifRunProperties
	for _, r := range reports {
		s.report(r, all)
		s.fine(r)
		properties.Assessments = append(properties.Assessments, sarifAssessment{
			Service: r.Service.Name, Provider: r.Service.Provider, AssessmentDate: r.AssessmentDate, Facts: fileURI(factFile(r)),
			PoliciesSHA256: r.Provenance.PoliciesSHA256, ParametersSHA256: r.Provenance.ParametersSHA256,
		})
	}
	return s.write(w, properties)
}

// fine says what is at stake, and what may be wrong with that, beside the results.
func (s *sarif) fine(r *engine.Report) {
	say := func(level, text string) {
		run := &s.run.Invocations[0]
		run.Notifications = append(run.Notifications, sarifNotification{level, sarifText{Text: oneLine(subject(r) + ": " + text)}})
	}
	if sentence := stakeText(r); sentence != "" {
		say("note", sentence)
	}
	for _, doubt := range doubtsOf(r) {
		say("warning", "doubt: "+doubt)
	}
}

func newSARIF() *sarif {
	s := &sarif{rules: map[string]int{}, artifacts: map[string]int{}}
	s.run.ColumnKind = "unicodeCodePoints"
	s.run.Results = []sarifResult{}
	s.run.Invocations = []sarifInvocation{{ExecutionSuccessful: true}}
	s.run.Tool.Driver = sarifDriver{Name: "dsaeval", InformationURI: home, Rules: []sarifRule{}}
	return s
}

func (s *sarif) write(w io.Writer, properties any) error {
	s.run.Properties = properties
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	encoder.SetIndent("", "  ")
	return encoder.Encode(sarifLog{
		Schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
		// GitHub and others refuse anything but this version.
		Version: "2.1.0", Runs: []sarifRun{s.run},
	})
}

// home is where the program is described.
const home = "https://github.com/dsaeval/dsaeval"

type sarif struct {
	run       sarifRun
	rules     map[string]int // index by id
	artifacts map[string]int // index by file
}

func (s *sarif) report(r *engine.Report, all bool) {
	s.run.Tool.Driver.Version = strings.TrimPrefix(r.Provenance.Engine, "dsaeval ")
	for _, f := range r.Provenance.Facts {
		s.artifact(f.File, f.SHA256)
	}
	for _, o := range r.Obligations {
		rule := s.rule(o)
		switch o.Verdict {
		case policy.Breach:
			for _, f := range o.Findings {
				s.fail(r, o, rule, f)
			}
		case policy.Undetermined:
			s.open(r, o, rule)
		case policy.Compliant:
			if all {
				s.add(r, o, sarifResult{RuleIndex: rule, Kind: "pass", Message: sarifText{Text: "The facts rule out every finding."}}, "", nil)
			}
		case policy.NotApplicable:
			if all {
				text := "Does not apply: " + joined(o.Reasons, ", ", reasonText) + "."
				if o.IfApplicable != nil {
					text += " If it applied: " + string(*o.IfApplicable) + "."
				}
				s.add(r, o, sarifResult{RuleIndex: rule, Kind: "notApplicable", Message: sarifText{Text: text}}, "", nil)
			}
		}
	}
}

// artifact adds a file, once.
func (s *sarif) artifact(name, sha256 string) {
	if _, known := s.artifacts[name]; known {
		return
	}
	s.artifacts[name] = len(s.run.Artifacts)
	s.run.Artifacts = append(s.run.Artifacts, sarifArtifact{
		Location: sarifArtifactLocation{URI: fileURI(name)}, Roles: []string{"analysisTarget"},
		Hashes: map[string]string{"sha-256": sha256},
	})
}

// rule returns the index of the rule of an obligation, which it adds once.
func (s *sarif) rule(o engine.ObligationReport) int {
	if i, known := s.rules[o.ID]; known {
		return i
	}
	i := len(s.run.Tool.Driver.Rules)
	s.rules[o.ID] = i
	rule := sarifRule{
		ID: o.ID, Name: "Art. " + o.Article,
		ShortDescription: sarifText{Text: o.Title}, FullDescription: sarifText{Text: o.Description},
		Help: sarifHelp{
			Text:     "What ends a breach: " + o.Remediation + joined(o.Links, "", func(link string) string { return "\nOfficial text: " + link }),
			Markdown: "**What ends a breach.** " + mdText(o.Remediation) + joined(o.Links, "", func(link string) string { return "\n\nOfficial text: " + mdLink(link) }),
		},
		DefaultConfiguration: sarifConfiguration{Level: "error"},
		Properties: sarifRuleProperties{
			Article: o.Article, Addressee: string(o.Addressee), Kind: string(o.Kind), Penalty: o.Penalty,
			Tags: []string{"addressee/" + string(o.Addressee), "dsa", "kind/" + string(o.Kind)},
		},
	}
	if rule.FullDescription.Text == "" {
		rule.FullDescription.Text = o.Title
	}
	for _, link := range o.Links {
		if u, err := url.Parse(link); err == nil && u.IsAbs() {
			rule.HelpURI = link
			break
		}
	}
	s.run.Tool.Driver.Rules = append(s.run.Tool.Driver.Rules, rule)
	return i
}

// fail adds a finding. Only the law alone makes an error of it: what also rests
// on a parameter or a reading is a warning, because another one could end it, and
// what has ended is a note.
func (s *sarif) fail(r *engine.Report, o engine.ObligationReport, rule int, f engine.Finding) {
	result := sarifResult{RuleIndex: rule, Kind: "fail", Level: "error", Message: sarifText{Text: findingText(f)}}
	if f.Basis != policy.Law {
		result.Level = "warning"
	}
	result.Message.Text += basisText(f)
	properties := sarifResultProperties{
		Basis: string(f.Basis), Code: f.Code, Words: f.Words, Status: string(f.Status), Remediation: remedy(o, f),
		Parameters: texts(f.Parameters, parameterText), Readings: texts(f.Readings, readingText),
	}
	if f.EndedOn != nil {
		result.Level, properties.EndedOn = "note", *f.EndedOn
		result.Message.Text += ", ended on " + *f.EndedOn
	}
	if words := statusWords[f.Status]; words != "" {
		result.Message.Text += ", " + words
	}
	result.Properties = properties
	for i, e := range f.Evidence {
		location := s.location(r, e)
		if i == 0 {
			result.Locations = append(result.Locations, location)
			continue
		}
		location.ID = i
		location.Message = &sarifText{Text: sarifPlain(dotted(e.Pointer) + " = " + valueText(e.Value))}
		result.RelatedLocations = append(result.RelatedLocations, location)
	}
	// Viewers show the first location alone, so the message says what is there.
	if len(f.Evidence) > 0 {
		result.Message.Text += ": " + dotted(f.Evidence[0].Pointer) + " = " + valueText(f.Evidence[0].Value)
	}
	identity := f.Code
	if f.Item != nil {
		identity += "/" + strconv.Itoa(*f.Item)
	}
	s.add(r, o, result, identity, o.WaiverOf(f))
}

// open adds an undetermined obligation. What is missing has no place in the
// file; its logical locations say where it would be.
func (s *sarif) open(r *engine.Report, o engine.ObligationReport, rule int) {
	result := sarifResult{RuleIndex: rule, Kind: "open", Message: sarifText{Text: "Undetermined: " + joined(o.Missing, "; ", missingText)}}
	location := s.file(r)
	for _, m := range o.Missing {
		location.LogicalLocations = append(location.LogicalLocations, logical(m.Pointer))
	}
	result.Locations = []sarifLocation{location}
	s.add(r, o, result, "", o.Waiver)
}

// add adds a result about an obligation, completed with what all of these have.
func (s *sarif) add(r *engine.Report, o engine.ObligationReport, result sarifResult, identity string, waiver *engine.Waiver) {
	result.RuleID = o.ID
	if result.Locations == nil {
		result.Locations = []sarifLocation{s.file(r)}
	}
	properties, _ := result.Properties.(sarifResultProperties) // set for findings only
	properties.Verdict, properties.AssessmentDate = string(o.Verdict), r.AssessmentDate
	properties.Service, properties.Provider = r.Service.Name, r.Service.Provider
	properties.JudgedFacts, properties.SpeaksAgainst = o.JudgedFacts, texts(o.SpeaksAgainst, doubtText)
	result.Properties = properties
	if waiver != nil {
		result.Suppressions = []sarifSuppression{{Kind: "external", Status: "accepted", Justification: waiverText(*waiver)}}
	}
	s.result(result, fingerprint(r.Service.Provider, r.Service.Name, o.ID, result.Kind, identity))
}

// result adds a result, completed with what all have.
func (s *sarif) result(result sarifResult, hash string) {
	result.Message.Text = sarifPlain(result.Message.Text)
	if result.Level == "" {
		result.Level = "none" // SARIF demands it of every kind but fail
	}
	if result.Suppressions == nil {
		// No suppression has to be said: its absence would mean that nobody knows.
		result.Suppressions = []sarifSuppression{}
	}
	result.PartialFingerprints = map[string]string{
		"dsaeval/v1": hash,
		// GitHub reads only this one, and would hash the line without it.
		"primaryLocationLineHash": hash[:16] + ":1",
	}
	s.run.Results = append(s.run.Results, result)
}

var sarifPlaceholder = regexp.MustCompile(`\{(\d+)\}`)

// sarifPlain keeps values from being read as links or placeholders, SARIF 2.1.0
// sections 3.11.5 and 3.11.6.
func sarifPlain(s string) string {
	if strings.Contains(s, "](") {
		s = strings.NewReplacer(`\`, `\\`, "[", `\[`, "]", `\]`).Replace(s)
	}
	return sarifPlaceholder.ReplaceAllString(s, "{{$1}}")
}

// fingerprint identifies a result whatever its line: moving a fact inside the
// file, or judging it on another day, opens no new alert.
func fingerprint(parts ...string) string {
	sum := sha256.New()
	for _, part := range parts {
		sum.Write([]byte(strconv.Quote(part)))
	}
	return hex.EncodeToString(sum.Sum(nil))
}

func (s *sarif) file(r *engine.Report) sarifLocation { return s.within(factFile(r)) }

// within returns the location of a file as a whole.
func (s *sarif) within(file string) sarifLocation {
	return sarifLocation{PhysicalLocation: sarifPhysicalLocation{
		ArtifactLocation: sarifArtifactLocation{URI: fileURI(file), Index: new(s.artifacts[file])},
	}}
}

func (s *sarif) location(r *engine.Report, e engine.Evidence) sarifLocation {
	location := s.file(r)
	if e.Line > 0 {
		location.PhysicalLocation.Region = &sarifRegion{StartLine: e.Line, StartColumn: e.Column}
	}
	location.LogicalLocations = []sarifLogicalLocation{logical(e.Pointer)}
	return location
}

// logical names a fact as SARIF 2.1.0 section 3.33 asks for JSON: by its pointer.
func logical(pointer string) sarifLogicalLocation {
	kind := "property"
	if _, err := strconv.Atoi(path.Base(pointer)); err == nil {
		kind = "value"
	}
	return sarifLogicalLocation{Name: path.Base(dotted(pointer)), FullyQualifiedName: pointer, Kind: kind}
}

// fileURI is the name of a file as a URI, relative if the name is.
func fileURI(name string) string {
	u := url.URL{Path: filepath.ToSlash(name)}
	if path.IsAbs(u.Path) {
		u.Scheme = "file"
	}
	return u.String()
}
