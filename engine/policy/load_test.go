package policy

import (
	"encoding/json"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/document"
	_ "github.com/dsaeval/dsaeval/internal/testheap"
	"github.com/dsaeval/dsaeval/policies"
	"github.com/dsaeval/dsaeval/schemas"
)

// header is sound metadata for an obligation of a user.
const header = `# METADATA
# scope: package
# title: A rule of the house
# description: What the house asks.
# related_resources:
#   - https://example.org/rules
# custom:
#   id: house.one
#   article: House 1
#   kind: duty
#   addressee: hosting
#   start: general
#   penalty: [none]
#   supervised_by: nobody
#   remediation: Do it.
package house.one

`

// ground is a finding that makes the header an obligation.
const ground = `# METADATA
# title: It was found
breach contains "found" if input.reporting_pipeline.fault_fixed == false
`

// loadWith loads the policies of the repository and files of a user.
func loadWith(t *testing.T, files map[string]string, parameters ...ParameterFile) (*Set, error) {
	t.Helper()
	sources := []Source{{Name: "policies", FS: policies.FS()}}
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	user := fstest.MapFS{}
	for name, content := range files {
		user[name] = &fstest.MapFile{Data: []byte(content)}
	}
	if len(files) > 0 {
		sources = append(sources, Source{Name: "house", FS: user})
	}
	return loadBoth(t, Options{Facts: bundle, Sources: sources, Parameters: parameters})
}

// TestLoadDefects shows what the loader refuses and how it says so.
func TestLoadDefects(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		note  string
		files map[string]string
		want  string
	}{
		{
			note:  "a section that does not exist",
			files: map[string]string{"one.rego": header + strings.Replace(ground, "reporting_pipeline", "reporting_pipline", 1)},
			want:  "house/one.rego:20:28: undefined ref: input.reporting_pipline",
		},
		{
			note:  "a fact that does not exist",
			files: map[string]string{"one.rego": header + strings.Replace(ground, "fault_fixed", "fault_fixd", 1)},
			want:  "house/one.rego:20:28: undefined ref: input.reporting_pipeline.fault_fixd",
		},
		{
			note: "a fact of a list element that does not exist, in a helper that takes the index",
			files: map[string]string{"one.rego": header + ground + `
bad(i) if input.service.suspensions[i].untill == "2024-01-01"

# METADATA
# title: Suspended
breach contains {"ground": "suspended", "item": i} if {
	some i, _ in input.service.suspensions
	bad(i)
}
`},
			want: "house/one.rego:22:11: undefined ref: input.service.suspensions[i].untill",
		},
		{
			note:  "a flag compared with a number",
			files: map[string]string{"one.rego": header + strings.Replace(ground, "== false", "== 1", 1)},
			want:  "house/one.rego:20:68: reporting_pipeline.fault_fixed is true or false and is compared with a number, 1",
		},
		{
			note:  "the clock",
			files: map[string]string{"one.rego": header + strings.Replace(ground, "input.reporting_pipeline.fault_fixed == false", "time.now_ns() > 0", 1)},
			want:  "house/one.rego:20:28: policies may not use time.now_ns: it reads the clock, or the time zones of the machine; days are counted by dates.*",
		},
		{
			note:  "the network",
			files: map[string]string{"one.rego": header + strings.Replace(ground, "input.reporting_pipeline.fault_fixed == false", `http.send({"url": "x", "method": "get"}).status_code == 200`, 1)},
			want:  "policies may not use http.send: it opens connections",
		},
		{
			note:  "randomness",
			files: map[string]string{"one.rego": header + strings.Replace(ground, "input.reporting_pipeline.fault_fixed == false", `rand.intn("x", 2) == 1`, 1)},
			want:  "policies may not use rand.intn: it is random",
		},
		{
			note:  "an element of a list that is bound instead of read by index",
			files: map[string]string{"one.rego": header + strings.Replace(ground, "input.reporting_pipeline.fault_fixed == false", "{\n\tsome s in input.service.suspensions\n\ts.lifted\n}", 1)},
			want:  "house/one.rego:21:12: service.suspensions is read as a whole; write `some i, _ in service.suspensions`",
		},
		{
			note:  "a map that is read with a variable as key",
			files: map[string]string{"one.rego": header + strings.Replace(ground, "input.reporting_pipeline.fault_fixed == false", "{\n\tsome s in input.service.states_service_offered\n\tnot input.service.amar_by_member_state[s]\n}", 1)},
			want:  "house/one.rego:22:6: service.amar_by_member_state is a map and read with a variable as key",
		},
		{
			note:  "a section that is bound to a variable",
			files: map[string]string{"one.rego": header + strings.Replace(ground, "input.reporting_pipeline.fault_fixed == false", "{\n\tp := input.reporting_pipeline\n\tp.fault_fixed == false\n}", 1)},
			want:  "house/one.rego:21:7: reporting_pipeline is read as a whole",
		},
		{
			note:  "an exemption that the law does not know",
			files: map[string]string{"x.rego": "package dsa.scope\n\nexempt(o) if o.addressee == \"hosting\"\n"},
			want:  "house/x.rego:1:1: package data.dsa.scope belongs to the built-in policies; choose a name of your own",
		},
		{
			note:  "a finding slipped into an obligation of the Regulation",
			files: map[string]string{"x.rego": "package dsa.art17.art17_2\n\nbreach contains \"zz\" if true\n"},
			want:  "house/x.rego:1:1: package data.dsa.art17.art17_2 belongs to the built-in policies",
		},
		{
			note:  "a default",
			files: map[string]string{"one.rego": header + ground + "\ndefault fixed := false\n\nfixed if input.reporting_pipeline.fault_fixed\n"},
			want:  "house/one.rego:22:1: a default hides missing facts",
		},
		{
			note:  "a fact in a finding",
			files: map[string]string{"one.rego": header + "# METADATA\n# title: It\nbreach contains sprintf(\"%d\", [input.reporting_pipeline.notices_decided_count])\n"},
			want:  `house/one.rego:20:1: a finding is a constant such as "lost", or {"ground": "lost", "item": i}; got an expression`,
		},
		{
			note:  "a finding without words",
			files: map[string]string{"one.rego": header + strings.TrimPrefix(ground, "# METADATA\n# title: It was found\n")},
			want:  `house/one.rego:18:1: the finding "found" has no title`,
		},
		{
			note:  "an obligation without findings",
			files: map[string]string{"one.rego": header},
			want:  "house/one.rego:16:1: no rule is named breach, as kind duty needs; nothing would be judged",
		},
		{
			note:  "words outside the vocabulary, all in one run",
			files: map[string]string{"one.rego": strings.NewReplacer("kind: duty", "kind: dutty", "addressee: hosting", "addressee: host").Replace(header) + ground},
			want:  "; expected one of duty, prohibition, conditional_duty, procedural, indicator, mitigation_option, voluntary, legal_effect, liability_condition, charge\nhouse/one.rego:11:5: metadata: custom.addressee is \"host\"; expected one of intermediary",
		},
		{
			note:  "metadata that nobody reads",
			files: map[string]string{"one.rego": strings.Replace(header, "#   kind", "#   sort: x\n#   kind", 1) + ground},
			want:  `house/one.rego:10:5: metadata: custom.sort is no name that is known`,
		},
		{
			note:  "an id that is taken",
			files: map[string]string{"one.rego": strings.Replace(header, "house.one\n#   article", "dsa.art16.6\n#   article", 1) + ground},
			want:  "dsa.art16.6 is already defined in policies/dsa/art16/art16_6.rego",
		},
		{
			note:  "a file that is not called as its package",
			files: map[string]string{"two.rego": header + ground},
			want:  "package data.house.one does not end with the name of its file, two",
		},
		{
			note:  "Rego that does not parse",
			files: map[string]string{"one.rego": header + "breach contains if\n"},
			want:  "house/one.rego:18:",
		},
		{
			note:  "a parameter that no rule reads",
			files: map[string]string{"one.rego": header + ground, "parameters/house.yaml": "- {name: spare, article: House 1, term: soon, unit: days, reason: none, values: [{since: 2024-01-01, value: 1}]}"},
			want:  "house/parameters/house.yaml:1:3: no obligation reads the parameter spare",
		},
		{
			note:  "a parameter that is not defined",
			files: map[string]string{"one.rego": header + "import data.parameters\n\n" + strings.Replace(ground, "input.reporting_pipeline.fault_fixed == false", "input.reporting_pipeline.notices_decided_count > parameters.spare", 1)},
			want:  "house.one reads the parameter spare, which is not defined",
		},
		{
			note:  "a parameter without reason",
			files: map[string]string{"one.rego": header + ground, "parameters/house.yaml": "- {name: spare, article: House 1, term: soon, unit: days, values: [{since: 2024-01-01, value: 1}]}"},
			want:  "house/parameters/house.yaml:1:3: spare: reason is missing",
		},
	} {
		t.Run(c.note, func(t *testing.T) {
			t.Parallel()
			_, err := loadWith(t, c.files)
			var defects Defects
			require.ErrorAs(t, err, &defects)
			require.Contains(t, err.Error(), c.want)
		})
	}
}

// TestUserObligation shows that an obligation of a user stands beside those of
// the Regulation.
func TestUserObligation(t *testing.T) {
	t.Parallel()
	set, err := loadWith(t, map[string]string{"one.rego": header + ground})
	require.NoError(t, err)
	o, ok := set.Obligation("house.one")
	require.True(t, ok)
	require.Equal(t, "House 1", o.Article)
	require.Equal(t, []string{"reporting_pipeline.fault_fixed"}, o.Facts)
	require.Equal(t, []FindingRule{{Code: "found", Message: "It was found", Remediation: "Do it.", Facts: o.Facts, reads: o.findings["found"].reads}}, o.Findings)
}

// A directory without policies is a wrong argument: there is no policy that could be at fault.
func TestLoadNothing(t *testing.T) {
	t.Parallel()
	_, err := loadWith(t, map[string]string{"notes.txt": "nothing"})
	require.EqualError(t, err, "house: no policies below this directory; nothing would be added")
	require.Equal(t, document.Usage, document.ClassOf(err))
}

// TestOverrides shows which parameters a user can set, and that a figure of
// the law is none of them.
func TestOverrides(t *testing.T) {
	t.Parallel()
	const name = "median_hours_notice_to_decision_max"
	set, err := loadWith(t, nil, ParameterFile{"mine.yaml", []byte(name + ": {value: 48, reason: mostly trade marks}")})
	require.NoError(t, err)
	for _, p := range set.Parameters() {
		if p.Name == name {
			require.Equal(t, json.Number("48"), p.At("2025-01-01"))
			require.Equal(t, "mostly trade marks", p.Reason)
		}
	}
	const of = name + ": {value: 48, reason: x}\n"
	for content, want := range map[string]string{
		"amar_threshold: {value: 1, reason: why not}":          "mine.yaml:1:1: amar_threshold is a figure of the law (Art. 33(1)) and cannot be set",
		of + "median_hours: {value: 1, reason: why not}":       "mine.yaml:2:1: median_hours is no parameter\n    hint: did you mean median_hours_sor_to_database_max?",
		"median_hours_notice_to_decision: {value: 1}":          "mine.yaml:1:1: median_hours_notice_to_decision is no parameter\n    hint: did you mean " + name + "?",
		name + ":\n  value: 48":                                "mine.yaml:1:1: " + name + ": reason is missing; say why this value and not 24",
		name + ": {reason: why not}":                           "mine.yaml:1:1: " + name + ": value is missing\n    hint: in hours, such as value: 24",
		name + ":\n  value: two days\n  reason: why not":       "mine.yaml:2:10: " + name + ": value is a text; expected a number, in hours",
		name + ":\n  reason: why not\n  valu: 1":               "mine.yaml:3:3: " + name + ": unknown key valu\n    hint: did you mean value?",
		name + ": 48":                                          "mine.yaml:1:38: " + name + " is 48; expected value and reason\n    hint: " + name + ": {value: 48, reason: why this value}",
		name + ": {value: 48, reason: 12}":                     "mine.yaml:1:58: " + name + ": reason is 12; expected text\n    hint: put it in quotes",
		name + ": {value: 48, reason: x, since: yesterday}":    "mine.yaml:1:68: " + name + ": since is \"yesterday\"; expected a calendar day YYYY-MM-DD",
		of + name + ": {value: 49, reason: y}":                 "mine.yaml:2:1: " + name + " is given twice; first at line 1, column 1",
		"yearly_cycle: {value: twelve_month, reason: why not}": "mine.yaml:1:23: yearly_cycle: value is \"twelve_month\"; expected cycle or twelve_months\n    hint: did you mean twelve_months?",
		"yearly_cycle: {value: twelve_months}":                 "mine.yaml:1:1: yearly_cycle: reason is missing; say why twelve_months and not cycle",
		"- " + name:                                            "mine.yaml:1:1: the file is a list; expected names of parameters, each with value and reason\n    hint: ",
		name + ": {value: 48":                                  "mine.yaml:1:1: an object that begins here lacks a comma or its closing }",
	} {
		_, err := loadWith(t, nil, ParameterFile{"mine.yaml", []byte(content)})
		var problems facts.Problems
		require.ErrorAs(t, err, &problems, content)
		require.Contains(t, err.Error(), want)
	}
}

// TestNothingToJudge shows that an empty set of policies is an error.
func TestNothingToJudge(t *testing.T) {
	t.Parallel()
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	_, err = load(t.Context(), Options{Facts: bundle})
	require.ErrorContains(t, err, "no obligation")
}

// TestLintPeriods refuses deadlines that Regulation 1182/71 does not move, and
// says what to write instead.
func TestLintPeriods(t *testing.T) {
	t.Parallel()
	bare := `# METADATA
# title: It was too late
breach contains "late" if dates.add_months(input.reporting_pipeline.fault_fixed_on, 2) < input.assessment.date
`
	for _, c := range []struct{ note, rules, want string }{
		{"a call", bare, "house/one.rego:20:27: a bare comparison with a counted day; ask data.dsa.periods"},
		{"a variable", strings.Replace(bare, `if dates.add_months(input.reporting_pipeline.fault_fixed_on, 2) < input.assessment.date`,
			"if {\n\tdue := dates.add_days(input.reporting_pipeline.fault_fixed_on, 2)\n\tinput.assessment.date > due\n}", 1), "house/one.rego:22:2: a bare comparison"},
		{"a rule", strings.Replace(bare, `dates.add_months(input.reporting_pipeline.fault_fixed_on, 2) <`, "due <", 1) +
			"\ndue := dates.add_days(input.reporting_pipeline.fault_fixed_on, 2)\n", "house/one.rego:20:27: a bare comparison"},
		{"a reason that is none", strings.Replace(bare, "too late", "too late\n# custom: {period: whatever}", 1), `custom.period is "whatever"; expected one of start, grace, kept, open, observed`},
		{"a reason", strings.Replace(bare, "too late", "too late\n# custom: {period: kept}", 1), ""},
		{"a period that moves", strings.Replace(bare, `dates.add_months(input.reporting_pipeline.fault_fixed_on, 2) < input.assessment.date`,
			`data.dsa.periods.over(input.assessment.date, input.reporting_pipeline.fault_fixed_on, 2, "months")`, 1), ""},
	} {
		t.Run(c.note, func(t *testing.T) {
			t.Parallel()
			_, err := loadWith(t, map[string]string{"one.rego": header + c.rules})
			if c.want == "" {
				require.NoError(t, err)
				return
			}
			require.ErrorContains(t, err, c.want)
		})
	}
}
