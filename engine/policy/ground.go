package policy

import (
	"bytes"
	"encoding/json"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// ruleCustom is the part of a rule's metadata that is ours.
type ruleCustom struct {
	Words       oneOrMore `json:"words"`
	Remediation string    `json:"remediation"`
	EndedOn     string    `json:"ended_on"`
	// Period says why a period in a rule is counted without moving its end.
	Period string `json:"period"`
}

// oneOrMore is a text or a list of texts.
type oneOrMore []string

// UnmarshalJSON reads either form.
func (l *oneOrMore) UnmarshalJSON(content []byte) error {
	var one string
	if err := json.Unmarshal(content, &one); err == nil {
		*l = oneOrMore{one}
		return nil
	}
	return json.Unmarshal(content, (*[]string)(l))
}

// decodeCustom reads the custom metadata of a package or a rule. A name that is
// not known is refused: what stands there would quietly have no effect.
func decodeCustom(custom map[string]any, into any) error {
	content, err := json.Marshal(custom)
	if err != nil {
		return err
	}
	decoder := json.NewDecoder(bytes.NewReader(content))
	decoder.DisallowUnknownFields()
	return decoder.Decode(into)
}

// annotate takes over what the metadata of a rule says about its finding. Of
// several rules with one code, each can add words; the first that says what
// ends the finding is believed.
func (f *FindingRule) annotate(rule rules.Rule, blocks metadataBlocks) Defects {
	for _, a := range rule.Annotations {
		var g ruleCustom
		if err := decodeCustom(a.Custom, &g); err != nil {
			return Defects{blocks.customDefect(a.At, err, &g)}
		}
		if f.Message == "" {
			f.Message = a.Title
		}
		for _, words := range g.Words {
			if !slices.Contains(f.Words, words) {
				f.Words = append(f.Words, words)
			}
		}
		if f.Remediation == "" {
			f.Remediation = g.Remediation
		}
		if f.EndedOn == "" {
			f.EndedOn = g.EndedOn
		}
	}
	if f.Message == "" {
		return Defects{defectAt(rule.At, "the finding %q has no title; write it in the metadata of its first rule", f.Code)}
	}
	return nil
}

// checkEndedOn makes sure that the day on which a finding ended is a fact that
// the finding rests on: otherwise it could hold without that day being known.
func (f *FindingRule) checkEndedOn(at document.Position) Defects {
	if f.EndedOn == "" || slices.Contains(f.Facts, f.EndedOn) {
		return nil
	}
	return Defects{defectAt(at, "the finding %q ended on %s, which its rules do not read", f.Code, f.EndedOn)}
}

// endedOnPointer is the JSON Pointer of the day on which the finding ended.
func (f *FindingRule) endedOnPointer() string {
	return "/" + strings.ReplaceAll(f.EndedOn, ".", "/")
}

// conclude fills in what the findings of an obligation share: one that says
// nothing about its end takes what the package says, and the obligation says
// what its findings do.
func (o *Obligation) conclude(at document.Position) Defects {
	var defects Defects
	var remediations []string
	for _, code := range sortedKeys(o.findings) {
		f := o.findings[code]
		if f.Remediation == "" {
			f.Remediation = o.Remediation
		}
		if o.Kind.Breachable() && f.Remediation == "" {
			defects = append(defects, defectAt(at, "metadata: custom.remediation of the finding %q is missing", code))
		}
		defects = append(defects, f.checkEndedOn(at)...)
		if f.Remediation != "" && !slices.Contains(remediations, f.Remediation) {
			remediations = append(remediations, f.Remediation)
		}
		o.reads = append(o.reads, f.reads...)
		o.Parameters = append(o.Parameters, f.Parameters...)
		o.Readings = append(o.Readings, f.Readings...)
		o.Findings = append(o.Findings, *f)
	}
	for _, code := range sortedKeys(o.doubts) {
		o.SpeaksAgainst = append(o.SpeaksAgainst, *o.doubts[code])
	}
	o.Remediation = strings.Join(remediations, " ")
	o.Facts = paths(o.reads)
	o.Parameters, o.Readings = unique(o.Parameters), unique(o.Readings)
	if o.presupposed != (len(o.Presupposes) > 0) {
		defects = append(defects, defectAt(at, "metadata: custom.presupposes and a rule named presupposed come together: which obligations order the thing, and when it is there"))
	}
	return defects
}

// checkPresupposed reports obligations that presuppose one that there is not.
func (s *Set) checkPresupposed() Defects {
	var defects Defects
	for _, o := range s.obligations {
		for _, id := range o.Presupposes {
			if s.byID[id] == nil {
				defects = append(defects, defectIn(o.file, "%s presupposes %s, which is no obligation", o.ID, id))
			}
		}
	}
	return defects
}
