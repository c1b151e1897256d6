package facts

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/document"
)

// Each document has one thing wrong; the message says it in the author's words.
func TestMessages(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		note, content string
		want          []string
	}{
		{
			"none of the allowed values", `{"service": {"enterprise_size": "huge"}}`,
			[]string{`1:33: service.enterprise_size is "huge"; expected micro, small, medium or large`},
		},
		{
			"nearly an allowed value", `{"service": {"enterprise_size": "Smal"}}`,
			[]string{`1:33: service.enterprise_size is "Smal"; expected micro, small, medium or large`, "    hint: did you mean small?"},
		},
		{
			"not an allowed value at all", `{"service": {"enterprise_size": 3}}`,
			[]string{`1:33: service.enterprise_size is 3; expected micro, small, medium or large`},
		},
		{
			"number in quotes", `{"service": {}, "notices": {"lost_count": "12"}}`,
			[]string{`1:43: notices.lost_count is "12"; expected a whole number`, "    hint: remove the quotes"},
		},
		{
			"number for the eye", `{"service": {}, "notices": {"lost_count": "12,000"}}`,
			[]string{`1:43: notices.lost_count is "12,000"; expected a whole number`, "    hint: write 12000"},
		},
		{
			"fraction", `{"service": {}, "notices": {"lost_count": 1.5}}`,
			[]string{`1:43: notices.lost_count is 1.5; expected a whole number`},
		},
		{
			"negative", `{"service": {}, "notices": {"lost_count": -3}}`,
			[]string{`1:43: notices.lost_count is -3, which is below 0`},
		},
		{
			"too much", `{"service": {}, "notices": {"hours": 1e5}}`,
			[]string{`1:38: notices.hours is 1e5, which is above 10000`},
		},
		{
			"yes", `{"service": {}, "notices": {"mechanism_exists": "yes"}}`,
			[]string{`1:49: notices.mechanism_exists is "yes"; expected true or false`, "    hint: write true or false"},
		},
		{
			"true in quotes", `{"service": {}, "notices": {"mechanism_exists": "true"}}`,
			[]string{`1:49: notices.mechanism_exists is "true"; expected true or false`, "    hint: remove the quotes"},
		},
		{
			"number as text", `{"service": {"name": 4}}`,
			[]string{`1:22: service.name is 4; expected text`, "    hint: put it in quotes"},
		},
		{
			"empty text", `{"service": {"name": ""}}`,
			[]string{`1:22: service.name is empty`, "    hint: leave it out if it is not known"},
		},
		{
			"no list", `{"service": {"categories": "hosting"}}`,
			[]string{`1:28: service.categories is "hosting"; expected a list`, "    hint: put it in square brackets"},
		},
		{
			"empty list", `{"service": {"categories": []}}`,
			[]string{`1:28: service.categories is an empty list`, "    hint: leave it out if it is not known"},
		},
		{
			"element twice", `{"service": {"categories": ["hosting", "marketplace", "hosting"]}}`,
			[]string{`1:55: service.categories holds "hosting" twice`},
		},
		{
			"wrong element", `{"service": {"categories": ["hosting", "market"]}}`,
			[]string{`1:40: service.categories[1] is "market"; expected hosting, online_platform, marketplace or online_search_engine`, "    hint: did you mean marketplace?"},
		},
		{
			"no object", `{"service": []}`,
			[]string{`1:13: service is a list; expected an object`},
		},
		{
			"impossible day", `{"service": {"designation_decided_on": "2023-02-30"}}`,
			[]string{`1:40: service.designation_decided_on is "2023-02-30", which is not a calendar day YYYY-MM-DD`},
		},
		{
			"day without zeros", `{"service": {"designation_decided_on": "2023-9-1"}}`,
			[]string{`1:40: service.designation_decided_on is "2023-9-1", which is not a calendar day YYYY-MM-DD`, "    hint: write 2023-09-01"},
		},
		{
			"moment", `{"service": {"designation_decided_on": "2023-09-01T10:00:00Z"}}`,
			[]string{`1:40: service.designation_decided_on is "2023-09-01T10:00:00Z", which is not a calendar day YYYY-MM-DD`, "    hint: write 2023-09-01"},
		},
		{
			"day in an order that is not known", `{"service": {"designation_decided_on": "1.3.2024"}}`,
			[]string{`1:40: service.designation_decided_on is "1.3.2024", which is not a calendar day YYYY-MM-DD`, "    hint: write the year, the month and the day, such as 2025-02-17"},
		},
		{
			"day with slashes", `{"service": {"designation_decided_on": "2024/3/1"}}`,
			[]string{`1:40: service.designation_decided_on is "2024/3/1", which is not a calendar day YYYY-MM-DD`, "    hint: write the year, the month and the day, such as 2025-02-17"},
		},
		{
			"documents in a list", `[{"service": {}}, {}]`,
			[]string{"1:1: the document is a list; expected an object", "    hint: write each document on a line of its own, in a file named .ndjson"},
		},
		{
			"a list of something else", `[{"service": {}}, 1]`,
			[]string{"1:1: the document is a list; expected an object"},
		},
		{
			"day as a number", `{"service": {"designation_decided_on": 20230901}}`,
			[]string{`1:40: service.designation_decided_on is 20230901; expected a calendar day YYYY-MM-DD`, "    hint: put the date in quotes, with dashes"},
		},
		{
			"form", `{"service": {"state": "Ireland"}}`,
			[]string{`1:23: service.state is "Ireland", which does not have the form expected here`, "    hint: it should be: a State, such as IE"},
		},
		{
			"form with an example", `{"service": {"currency": "Euro"}}`,
			[]string{`1:26: service.currency is "Euro", which does not have the form expected here`, "    hint: for example EUR"},
		},
		{
			"form of an element with an example", `{"service": {"languages": ["de", "DE"]}}`,
			[]string{`1:34: service.languages[1] is "DE", which does not have the form expected here`, "    hint: for example de"},
		},
		{
			"misspelt key", `{"service": {"nmae": "A"}}`,
			[]string{`1:14: unknown key service.nmae`, "    hint: did you mean name?"},
		},
		{
			"key of another section", `{"service": {"lost_count": 1}}`,
			[]string{`1:14: unknown key service.lost_count`, "    hint: did you mean notices.lost_count?"},
		},
		{
			"key of nothing", `{"service": {}, "complaints": {"weather": 1}}`,
			[]string{`1:32: unknown key complaints.weather`, "    hint: known here: about_notices_count, log"},
		},
		{
			"no service", `{}`, []string{`1:1: service is missing`},
		},
		{
			"missing in an element", `{"service": {"suspensions": [{}]}}`, []string{`1:30: service.suspensions[0].from is missing`},
		},
		{
			"alternatives: the type chooses", `{"service": {}, "complaints": {"log": [{"kind": 0}]}}`,
			[]string{`1:49: complaints.log[0].kind is 0, which is below 1`},
		},
		{
			"alternatives: none", `{"service": {}, "complaints": {"log": [{"kind": true}]}}`,
			[]string{`1:49: complaints.log[0].kind is true; expected a whole number`},
		},
		{
			"bad id", `{"service": {}, "sources": {"A b": {"title": "x"}}}`,
			[]string{`1:29: "A b" cannot be a key of sources`, "    hint: ids are written with small letters, digits, dots, dashes and underscores"},
		},
		{
			"no pointer", `{"service": {}, "provenance": {"service": ["a"]}, "sources": {"a": {"title": "x"}}}`,
			[]string{`1:32: "service" cannot be a key of provenance`, "    hint: a JSON Pointer to a fact or section is expected, such as /service/name"},
		},
		{
			"pointer to nothing", `{"service": {}, "provenance": {"/service/nme": ["a"]}, "sources": {"a": {"title": "x"}}}`,
			[]string{`1:32: provenance names "/service/nme", which is no fact of this document`, "    hint: did you mean /service/name?"},
		},
		{
			"pointer to an element that is not there", `{"service": {"suspensions": []}, "provenance": {"/service/suspensions/0": ["a"]}, "sources": {"a": {"title": "x"}}}`,
			[]string{`1:49: provenance names "/service/suspensions/0", which is no fact of this document`},
		},
		{
			"unknown source", `{"service": {}, "provenance": {"/service": ["leter"]}, "sources": {"letter": {"title": "x"}}}`,
			[]string{`1:45: there is no source "leter"`, "    hint: did you mean letter?"},
		},
		{
			"no sources", `{"service": {}, "provenance": {"/service/name": ["letter"]}}`,
			[]string{`1:50: there is no source "letter"`, "    hint: add it to sources"},
		},
		{
			"unknown source in the longer form", `{"service": {}, "provenance": {"/service": {"sources": ["leter"]}}, "sources": {"letter": {"title": "x"}}}`,
			[]string{`1:57: there is no source "leter"`, "    hint: did you mean letter?"},
		},
		{
			"nearly a status", `{"service": {}, "provenance": {"/service": {"sources": ["a"], "status": "prelimnary"}}, "sources": {"a": {"title": "x"}}}`,
			[]string{
				`1:73: provenance["/service"].status is "prelimnary"; expected court, final, measured, documented, preliminary, self_declared, unstated, alleged or annulled`,
				"    hint: did you mean preliminary?",
			},
		},
		{
			"a status without sources", `{"service": {}, "provenance": {"/service": {"status": "final"}}, "sources": {"a": {"title": "x"}}}`,
			[]string{`1:44: provenance["/service"].sources is missing`},
		},
		{
			"unknown key in an entry of provenance", `{"service": {}, "provenance": {"/service": {"sources": ["a"], "staus": "final"}}, "sources": {"a": {"title": "x"}}}`,
			[]string{`1:63: unknown key provenance["/service"].staus`, "    hint: did you mean status?"},
		},
		{
			"an entry of provenance that is neither", `{"service": {}, "provenance": {"/service": "a"}, "sources": {"a": {"title": "x"}}}`,
			[]string{`1:44: provenance["/service"] is "a"; expected a list`, "    hint: put it in square brackets"},
		},
		{"long text", `{"service": {"enterprise_size": "` + longLine + `"}}`, []string{
			`1:33: service.enterprise_size is "` + longLine[:60] + `…"; expected micro, small, medium or large`,
		}},
		{"text with control characters", `{"service": {"enterprise_size": "\u001b[31m\n"}}`, []string{
			`1:33: service.enterprise_size is "\x1b[31m\n"; expected micro, small, medium or large`,
		}},
	} {
		t.Run(test.note, func(t *testing.T) {
			t.Parallel()
			require.Equal(t, test.want, complaints(t, "f.json", test.content))
		})
	}
}

const longLine = "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"

// All that is wrong is said at once, in the order of the file.
func TestAllProblemsAtOnce(t *testing.T) {
	t.Parallel()
	_, err := smallSchema(t).Load("facts.yaml", []byte(`assessment: {date: 2023-02-30}
service:
  enterprise_siz: large
  designation_status: vlpo
  name: A
  name: B
notices:
  submitted_count: 1_000
  lost_count: "12"
  mechanism_exists: yes
`))
	require.EqualError(t, err, `facts.yaml:1:20: assessment.date is "2023-02-30", which is not a calendar day YYYY-MM-DD
facts.yaml:3:3: unknown key service.enterprise_siz
    hint: did you mean enterprise_size?
facts.yaml:4:23: service.designation_status is "vlpo"; expected none, vlop or vlose
    hint: did you mean vlop?
facts.yaml:6:3: service.name is given twice; first at line 5, column 3
facts.yaml:8:20: notices.submitted_count is 1_000, which is not how JSON writes a number
    hint: write 1000, or put it in quotes if it is text
facts.yaml:9:15: notices.lost_count is "12"; expected a whole number
    hint: remove the quotes
facts.yaml:10:21: notices.mechanism_exists is "yes"; expected true or false
    hint: write true or false`)
}

func TestProblemPointers(t *testing.T) {
	t.Parallel()
	_, err := smallSchema(t).Load("f.json", []byte(`{"service": {"suspensions": [{"from": "x"}], "a/b~": 1}}`))
	var problems Problems
	require.ErrorAs(t, err, &problems)
	require.Len(t, problems, 2)
	require.Equal(t, "/service/suspensions/0/from", problems[0].Pointer)
	require.Equal(t, "/service/a~1b~0", problems[1].Pointer)
}

func TestProblemsAreBounded(t *testing.T) {
	t.Parallel()
	content := []byte(`{"service": {"categories": [`)
	for range 2 * document.MaxProblems {
		content = append(content, "1,"...)
	}
	_, err := smallSchema(t).Load("f.json", append(content, "1]}}"...))
	var problems Problems
	require.ErrorAs(t, err, &problems)
	require.Len(t, problems, document.MaxProblems+1)
	require.Equal(t, "1002 more problems after this one are not shown", problems[document.MaxProblems].Message)
}

func TestNearest(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ name, want string }{
		{"hostng", "hosting"},
		{"hositng", "hosting"},
		{"HOSTING", "hosting"},
		{"market_place", "marketplace"},
		{"weather", ""},
		{"", ""},
		{"x", ""},
		{longLine + longLine, ""},
	} {
		require.Equal(t, test.want, document.Nearest(test.name, []string{"marketplace", "hosting", "caching"}), test.name)
	}
	// What begins alike comes first, then what has the fewest letters to change and the same parent.
	for _, test := range []struct {
		name       string
		candidates []string
		want       string
	}{
		{"market", []string{"mark", "markets_abroad", "marked"}, "mark"},
		{"minors.accessible", []string{"minors.accessible_to_minors", "minors.possible", "terms.accessible"}, "minors.accessible_to_minors"},
		{"minors.adss", []string{"minors.ads_shown", "terms.adss", "minors.ads"}, "minors.ads"},
		{"terms.readible", []string{"tests.readable", "terms.readable", "terms.edible"}, "terms.readable"},
		{"accessible_to_minors", []string{"minors.accessible_to_minors", "minors.other"}, "minors.accessible_to_minors"},
		{"dsa.art16.66", []string{"dsa.art26.6", "dsa.art16.1", "dsa.art16.6"}, "dsa.art16.6"},
		{"dsa.art160", []string{"dsa.art46", "dsa.art16.1", "dsa.art10.1"}, "dsa.art16.1"},
		{"aompliant", []string{"applicant", "compliant"}, "compliant"},
		{"16(66)", []string{"26(6)", "16(6)", "16(1)"}, "16(6)"},
		{"onyl", []string{"only", "config", "any"}, "only"},
		{"gravitas", []string{"cooperation", "gravity"}, "gravity"},
		{"ab", []string{"abundance"}, ""},
	} {
		require.Equal(t, test.want, document.Nearest(test.name, test.candidates), test.name)
	}
}

func TestPlainNumber(t *testing.T) {
	t.Parallel()
	for have, want := range map[string]string{
		"0x10": "16", "-0xff": "-255", "0o17": "15", "0b101": "5", "1_000.5": "1000.5", "+1": "1", ".5": "0.5", "-.5": "-0.5",
		"5.": "5", "010": "10", "-007": "-7", "00": "0", "00.5": "0.5", "08e2": "8e2", "0x": "", "1.e3": "", "_": "",
	} {
		require.Equal(t, want, document.PlainNumber(have), have)
	}
}
