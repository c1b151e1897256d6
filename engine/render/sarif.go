package render

import (
	"io"
	"net/url"
	"strconv"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/sarif"
	"github.com/dsaeval/dsaeval/internal/words"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// writeSARIF writes breaches and undetermined obligations as SARIF 2.1.0, one run
// for all reports. Every obligation that was judged is a rule of that run, also
// those without a result.
func writeSARIF(w io.Writer, reports []*report.Report, refused ...report.Unusable) error {
	return sarifOf(w, reports, refused, false)
}

// writeSARIFAll is SARIF with a result for every obligation, also for those that
// are kept or do not apply.
func writeSARIFAll(w io.Writer, reports []*report.Report, refused ...report.Unusable) error {
	return sarifOf(w, reports, refused, true)
}

func sarifOf(w io.Writer, reports []*report.Report, refused []report.Unusable, all bool) error {
	s := sarifReports{sarif.NewBuilder(), map[*report.Report]int{}}
	var properties sarifRunProperties
	for _, r := range reports {
		s.report(r, all)
		s.fine(r)
		properties.Assessments = append(properties.Assessments, sarifAssessment{
			Service: r.Service.Name, Provider: r.Service.Provider, AssessmentDate: string(r.AssessmentDate), Facts: writing.FileURI(r.File()),
			PoliciesSHA256: r.Provenance.PoliciesSHA256, ParametersSHA256: r.Provenance.ParametersSHA256,
			Provenance: r.Provenance, MadeFrom: words.MadeFrom(r),
		})
	}
	s.refuse(refused)
	return s.Write(w, properties)
}

// fine says what is at stake, and what may be wrong with that, beside the results.
func (s sarifReports) fine(r *report.Report) {
	say := func(level, text string) { s.Notify(level, writing.OneLine(subject(r)+": "+text)) }
	if sentence := words.AtStake(r); sentence != "" {
		say("note", sentence)
	}
	for _, doubt := range r.Doubts() {
		say("warning", "doubt: "+doubt)
	}
}

// sarifReports is a run about reports.
type sarifReports struct {
	*sarif.Builder
	starts map[*report.Report]int // the lines that startOf found
}

func (s sarifReports) report(r *report.Report, all bool) {
	s.Run.Tool.Driver.Version = strings.TrimPrefix(r.Provenance.Engine, "dsaeval ")
	for _, f := range r.Provenance.Facts {
		s.Artifact(f.File, f.SHA256)
	}
	for _, o := range r.Obligations {
		rule := s.rule(o)
		switch o.Verdict {
		case report.Breach:
			for _, f := range o.Findings {
				s.fail(r, o, rule, f)
			}
		case report.Undetermined:
			s.open(r, o, rule)
		case report.Compliant:
			if all {
				s.add(r, o, sarif.Result{RuleIndex: rule, Kind: "pass", Message: sarif.Text{Text: "The facts rule out every finding."}}, "", nil)
			}
		case report.NotApplicable:
			if all {
				text := "Does not apply: " + joined(o.Reasons, ", ", words.Reason) + "."
				if o.IfApplicable != nil {
					text += " If it applied: " + string(*o.IfApplicable) + "."
				}
				s.add(r, o, sarif.Result{RuleIndex: rule, Kind: "notApplicable", Message: sarif.Text{Text: text}}, "", nil)
			}
		}
	}
}

// rule returns the index of the rule of an obligation, which it adds once.
func (s sarifReports) rule(o report.Obligation) int {
	return s.Rule(o.ID, func() sarif.Rule { return sarifRule(o) })
}

func sarifRule(o report.Obligation) sarif.Rule {
	rule := sarif.Rule{
		ID: o.ID, Name: words.Provision(o.Article, o.Origin),
		ShortDescription: sarif.Text{Text: o.Title}, FullDescription: sarif.Text{Text: o.Description},
		Help: sarif.Help{
			Text:     "What ends a breach: " + o.Remediation + joined(o.Links, "", func(link string) string { return "\nOfficial text: " + link }),
			Markdown: "**What ends a breach.** " + writing.MarkdownText(o.Remediation) + joined(o.Links, "", func(link string) string { return "\n\nOfficial text: " + writing.MarkdownLink(link) }),
		},
		DefaultConfiguration: sarif.Configuration{Level: "error"},
		Properties: sarifRuleProperties{
			Article: o.Article, Origin: o.Origin, Addressee: string(o.Addressee), Kind: string(o.Kind), Penalty: o.Penalty,
			Tags: []string{"addressee/" + string(o.Addressee), sarifTag(o.Origin), "kind/" + string(o.Kind)},
		},
	}
	if rule.FullDescription.Text == "" {
		rule.FullDescription.Text = o.Title
	}
	if o.Origin.House {
		rule.FullDescription.Text += " (" + words.House(o.Origin) + ")"
	}
	for _, link := range o.Links {
		if u, err := url.Parse(link); err == nil && u.IsAbs() {
			rule.HelpURI = link
			break
		}
	}
	return rule
}

func sarifTag(from report.Origin) string {
	if from.House {
		return "house"
	}
	return "dsa"
}

// fail adds a finding. Only the words of the law or of a rule alone make an error of it: what also rests
// on a parameter or a reading is a warning, because another one could end it, and
// what has ended is a note.
func (s sarifReports) fail(r *report.Report, o report.Obligation, rule int, f report.Finding) {
	result := sarif.Result{RuleIndex: rule, Kind: "fail", Level: "error", Message: sarif.Text{Text: words.Finding(f)}}
	if f.Basis != report.Law && f.Basis != report.House {
		result.Level = "warning"
	}
	result.Message.Text += sarifBasis(f)
	properties := sarifResultProperties{
		Basis: string(f.Basis), Code: f.Code, Words: f.Words, Status: string(f.Status), Remediation: o.RemedyOf(f),
		Parameters: texts(f.Parameters, words.Parameter), Readings: texts(f.Readings, words.Reading),
	}
	if f.EndedOn != nil {
		result.Level, properties.EndedOn = "note", string(*f.EndedOn)
		result.Message.Text += ", ended on " + string(*f.EndedOn)
	}
	if said := words.Firmness(f.Status); said != "" {
		result.Message.Text += ", " + said
	}
	result.Properties = properties
	for i, e := range f.Evidence {
		location := s.location(r, e)
		if i == 0 {
			result.Locations = append(result.Locations, location)
			continue
		}
		location.ID = i
		location.Message = &sarif.Text{Text: sarif.Plain(words.Fact(e.Pointer) + " = " + words.Literal(e.Value))}
		result.RelatedLocations = append(result.RelatedLocations, location)
	}
	// Viewers show the first location alone, so the message says what is there.
	if len(f.Evidence) > 0 {
		result.Message.Text += ": " + words.Fact(f.Evidence[0].Pointer) + " = " + words.Literal(f.Evidence[0].Value)
	}
	identity := f.Code
	if f.Item != nil {
		identity += "/" + strconv.Itoa(*f.Item)
	}
	s.add(r, o, result, identity, o.WaiverOf(f))
}

// open adds an undetermined obligation. What is missing has no place in the
// file; its region is that of the section where it would be, and its logical locations
// say what it would be called.
func (s sarifReports) open(r *report.Report, o report.Obligation, rule int) {
	result := sarif.Result{RuleIndex: rule, Kind: "open", Message: sarif.Text{Text: "Undetermined: " + joined(o.Missing, "; ", words.Missing)}}
	location := s.file(r)
	if location.PhysicalLocation.ArtifactLocation.URI != "" {
		location.PhysicalLocation.Region = &sarif.Region{StartLine: s.startOf(r)}
	}
	for i := len(o.Missing) - 1; i >= 0; i-- {
		if q := r.Question(o.Missing[i].Pointer); q.Line > 0 {
			location.PhysicalLocation.Region = &sarif.Region{StartLine: q.Line, StartColumn: q.Column}
		}
	}
	for _, m := range o.Missing {
		location.LogicalLocations = append(location.LogicalLocations, logical(m.Pointer))
	}
	result.Locations = []sarif.Location{location}
	s.add(r, o, result, "", o.Waiver)
}

// add adds a result about an obligation, completed with what all of these have.
func (s sarifReports) add(r *report.Report, o report.Obligation, result sarif.Result, identity string, waiver *report.Waiver) {
	result.RuleID = o.ID
	if result.Locations == nil {
		location := s.file(r)
		if line := s.startOf(r); location.PhysicalLocation.ArtifactLocation.URI != "" {
			location.PhysicalLocation.Region = &sarif.Region{StartLine: line}
		}
		result.Locations = []sarif.Location{location}
	}
	properties, _ := result.Properties.(sarifResultProperties) // set for findings only
	properties.Verdict, properties.AssessmentDate = string(o.Verdict), string(r.AssessmentDate)
	properties.Service, properties.Provider = r.Service.Name, r.Service.Provider
	properties.JudgedFacts, properties.SpeaksAgainst = o.JudgedFacts, texts(o.SpeaksAgainst, words.Doubt)
	result.Properties = properties
	if waiver != nil {
		result.Suppressions = []sarif.Suppression{{Kind: "external", Status: "accepted", Justification: words.Waiver(*waiver)}}
	}
	s.Result(result, writing.Fingerprint(r.Service.Provider, r.Service.Name, o.ID, result.Kind, identity))
}
