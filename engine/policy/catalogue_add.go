package policy

import (
	"path/filepath"
	"strings"

	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/rules"
)

// add puts the obligation of a module into the catalogue, if it is one.
func (s *Set) add(module *rules.Module, own []rules.Rule, metadata metadataBlocks, from report.Origin) Defects {
	o, defects := obligationOf(module, metadata, from)
	if o == nil {
		return defects
	}
	if s.packages[module.Path] {
		return append(defects, defectAt(module.At, "package %s is already an obligation; one obligation is one file", module.Path))
	}
	s.packages[module.Path] = true
	if other, twice := s.byID[o.ID]; twice {
		defects = append(defects, defectAt(module.At, "%s is already defined in %s", o.ID, other.file))
	}
	if base := strings.TrimSuffix(filepath.Base(o.file), ".rego"); base != module.Package[len(module.Package)-1] {
		defects = append(defects, defectAt(module.At, "package %v does not end with the name of its file, %s", module.Path, base))
	}
	for _, rule := range own {
		switch rule.Name {
		case "concerned", "presupposed":
			reads := rule.Reads()
			o.concerned = o.concerned || rule.Name == "concerned"
			o.presupposed = o.presupposed || rule.Name == "presupposed"
			o.reads = append(o.reads, reads.Facts...)
			o.Parameters = append(o.Parameters, reads.Parameters...)
			o.Readings = append(o.Readings, reads.Readings...)
		case ruleName(o.Kind):
			defects = append(defects, s.addFinding(o, o.findings, rule)...)
		case speaksAgainst:
			defects = append(defects, s.addFinding(o, o.doubts, rule)...)
		}
	}
	defects = append(defects, o.conclude(module.At)...)
	o.metadata = nil // nothing is left to point at
	if len(o.findings) == 0 {
		defects = append(defects, defectAt(module.At, "no rule is named %s, as kind %s needs; nothing would be judged", ruleName(o.Kind), o.Kind))
	}
	s.obligations = append(s.obligations, o)
	s.byID[o.ID] = o
	return defects
}

// addFinding adds a rule to the findings, or to what speaks against compliance.
func (s *Set) addFinding(o *Obligation, to map[string]*FindingRule, rule rules.Rule) Defects {
	if !rule.Set {
		name := rule.Name
		return Defects{defectAt(rule.At, `%s is a set: write %s contains "code" if { … }`, name, name)}
	}
	if rule.NoCode != nil {
		return Defects{defectAt(rule.At, "%v", rule.NoCode)}
	}
	code := rule.Code
	f := to[code]
	if f == nil {
		f = &FindingRule{Code: code}
		to[code] = f
	}
	reads := rule.Reads()
	f.reads = append(f.reads, reads.Facts...)
	f.timed = f.timed || rule.Timed()
	f.Facts = paths(f.reads)
	f.Parameters = unique(append(f.Parameters, reads.Parameters...))
	f.Readings = unique(append(f.Readings, reads.Readings...))
	return f.annotate(rule, o.metadata)
}
