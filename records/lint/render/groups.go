package render

import (
	"slices"

	"github.com/dsaeval/dsaeval/records/lint"
)

// nothingToCheck lists the rules that the record gave nothing to look at. They
// say neither that a rule is kept nor that it is not.
func nothingToCheck(r *lint.Report) []lint.RuleResult {
	return slices.DeleteFunc(slices.Clone(r.Rules), func(rule lint.RuleResult) bool { return rule.Findings > 0 || rule.Checked > 0 })
}

func withSeverity(findings []lint.Finding, severity lint.Severity) []lint.Finding {
	return slices.DeleteFunc(slices.Clone(findings), func(f lint.Finding) bool { return f.Severity != severity })
}

// group is the findings of one table: a sheet, or a file without sheets.
type group struct {
	File, Sheet string
	Findings    []lint.Finding
}

func groupsOf(findings []lint.Finding) []*group {
	var groups []*group
	byTable := map[lint.Ref]*group{}
	for _, f := range findings {
		table := lint.Ref{File: f.Ref.File, Sheet: f.Ref.Sheet}
		if byTable[table] == nil {
			byTable[table] = &group{File: table.File, Sheet: table.Sheet}
			groups = append(groups, byTable[table])
		}
		byTable[table].Findings = append(byTable[table].Findings, f)
	}
	return groups
}
