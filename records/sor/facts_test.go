package sor

import (
	"archive/zip"
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/schemas"
)

func factsSchema(t *testing.T) *facts.Schema {
	t.Helper()
	bundle, err := schemas.Facts()
	require.NoError(t, err)
	schema, err := facts.NewSchema(bundle)
	require.NoError(t, err)
	return schema
}

// load counts CSV and returns the facts of each platform, checked by the schema.
func load(t *testing.T, csv string, options Options) map[string]*facts.Facts {
	t.Helper()
	total, err := Import(t.Context(), []string{"-"}, strings.NewReader(csv), options)
	require.NoError(t, err)
	documents, err := total.Facts()
	require.NoError(t, err)
	all := map[string]*facts.Facts{}
	schema := factsSchema(t)
	for _, d := range documents {
		loaded, err := schema.Load(d.Name, d.YAML())
		require.NoError(t, err, "%s", d.YAML())
		all[loaded[0].Service()] = loaded[0]
	}
	return all
}

func requireFact(t *testing.T, f *facts.Facts, pointer, want string) {
	t.Helper()
	n, ok := f.At(pointer)
	require.True(t, ok, pointer)
	require.Equal(t, want, n.Text, pointer)
}

// TestFactsOfTheSamples: the numbers were counted by other means.
func TestFactsOfTheSamples(t *testing.T) {
	t.Parallel()
	old := load(t, testdata(t, "light_v1.csv"), Options{})
	snapchat := old["Snapchat"]
	require.Len(t, old, 1)
	for pointer, want := range map[string]string{
		"/assessment/date":        "2023-09-25",
		"/assessment/period/from": "2023-09-25",
		"/service/id":             "snapchat",
		"/statements_of_reasons/database_statements_count":                   "34",
		"/statements_of_reasons/database_statements_duplicate_count":         "0",
		"/statements_of_reasons/sor_submitted_to_database_count":             "34",
		"/statements_of_reasons/database_median_days_content_to_restriction": "0",
		"/statements_of_reasons/database_p95_days_content_to_restriction":    "442",
		"/statements_of_reasons/database_statements_own_initiative_count":    "22",
		"/statements_of_reasons/database_statements_notice_count":            "12",
		"/statements_of_reasons/database_statements_fully_automated_count":   "2",
		"/statements_of_reasons/database_statements_csam_count":              "1",
		"/account_removals/account_suspension_statements_count":              "3",
		"/account_removals/account_suspension_statements_csam_count":         "1",
		"/account_removals/account_termination_statements_count":             "0",
	} {
		requireFact(t, snapchat, pointer, want)
	}
	_, known := snapchat.At("/statements_of_reasons/database_statements_by_state")
	require.False(t, known, "light dumps do not tell")
	require.Equal(t, []string{"dump-1-"}, []string{snapchat.Sources("/account_removals")[0][:7]})

	recent := load(t, testdata(t, "full_v2.csv"), Options{})
	requireFact(t, recent["Kleinanzeigen"], "/account_removals/account_termination_statements_count", "1")
	requireFact(t, recent["Discord Netherlands B.V."], "/account_removals/account_termination_statements_minors_count", "1")
	requireFact(t, recent["Discord Netherlands B.V."], "/service/id", "discord-netherlands-bv")
	requireFact(t, recent["Kleinanzeigen"], "/statements_of_reasons/database_statements_by_state/0/state", "DE")
	requireFact(t, recent["Idealo"], "/statements_of_reasons/database_statements_minors_count", "1")
	requireFact(t, recent["Idealo"], "/statements_of_reasons/database_statements_by_category/0/schema_version", "v2")
}

// edited is a row with some of its cells changed.
func edited(replacements ...string) string {
	return strings.NewReplacer(replacements...).Replace(smallRow(uuidA, "x", "y"))
}

// TestVersionsAreKeptApart: a platform with statements of both versions has two
// counts of a category that exists in both.
func TestVersionsAreKeptApart(t *testing.T) {
	t.Parallel()
	total := NewAggregate(Grouping{})
	for _, schema := range []Schema{V1, V2} {
		r := &Row{Platform: "X", Schema: schema}
		r.codes[fieldCategory] = categories.codes["STATEMENT_CATEGORY_VIOLENCE"]
		r.codes[fieldAccount] = accountTerminated
		require.NoError(t, total.Add(r))
	}
	s := total.Summaries()
	require.Len(t, s, 1)
	require.EqualValues(t, 2, s[0].Statements())
	require.EqualValues(t, 2, s[0].Count("decision_account", "DECISION_ACCOUNT_TERMINATED"))
	require.Equal(t, []ValueCount{{V1, "STATEMENT_CATEGORY_VIOLENCE", 1}, {V2, "STATEMENT_CATEGORY_VIOLENCE", 1}}, s[0].Categories())
}

// TestKnownErrorsOfTheData: a fact that rests on an announced error is left
// out, before and not after its end.
func TestKnownErrorsOfTheData(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		platform, created, fact string
		known                   bool
	}{
		{"Facebook", "2025-10-27", "database_statements_trusted_flagger_count", false},
		{"Instagram", "2025-10-27", "database_statements_trusted_flagger_count", false},
		{"Facebook", "2025-10-28", "database_statements_trusted_flagger_count", true},
		{"TikTok", "2025-10-27", "database_statements_trusted_flagger_count", true},
		{"Google Play", "2026-05-29", "database_statements_automated_detection_count", false},
		{"Google Play", "2026-05-30", "database_statements_automated_detection_count", true},
	} {
		row := edited("Example", `"`+test.platform+`"`, "2025-07-01", test.created)
		documents := load(t, smallHeader+"\n"+row, Options{})
		_, known := documents[test.platform].At("/statements_of_reasons/" + test.fact)
		require.Equal(t, test.known, known, "%v", test)
	}
}

// TestHostileNames: the name of a platform cannot write facts of its own.
func TestHostileNames(t *testing.T) {
	t.Parallel()
	row := edited("Example", "\"x\"\"\naccount_removals: {account_termination_statements_count: 9}\n\"\"../../y\"")
	total, err := Import(t.Context(), []string{"-"}, strings.NewReader(smallHeader+"\n"+row), Options{})
	require.NoError(t, err)
	documents, err := total.Facts()
	require.NoError(t, err)
	require.NotContains(t, documents[0].Name, "/")
	loaded, err := factsSchema(t).Load(documents[0].Name, documents[0].YAML())
	require.NoError(t, err)
	requireFact(t, loaded[0], "/account_removals/account_termination_statements_count", "0")
}

// TestHostileFileNames: nor can the name of a file.
func TestHostileFileNames(t *testing.T) {
	t.Parallel()
	name := "sor-x: y #-2025-07-01-full.zip"
	path := filepath.Join(t.TempDir(), name)
	require.NoError(t, os.WriteFile(path, archive(t, zip.Deflate, map[string]string{"a.csv": smallHeader + "\n" + edited()}), 0o644))
	total, err := Import(t.Context(), []string{path}, nil, Options{})
	require.NoError(t, err)
	documents, err := total.Facts()
	require.NoError(t, err)
	loaded, err := factsSchema(t).Load(documents[0].Name, documents[0].YAML())
	require.NoError(t, err, "%s", documents[0].YAML())
	require.Len(t, loaded, 1)
	require.Contains(t, string(documents[0].YAML()), `url: "`+database+"/"+name+`"`)
}

func TestPeriods(t *testing.T) {
	t.Parallel()
	var csv strings.Builder
	csv.WriteString(smallHeader)
	for _, day := range []string{"2025-06-30", "2025-07-01", "2025-12-31", "2026-01-01"} {
		csv.WriteString("\n" + edited("2025-07-01", day))
	}
	for period, want := range map[Period][]string{
		All:      {"2025-06-30"},
		Day:      {"2025-06-30", "2025-07-01", "2025-12-31", "2026-01-01"},
		Month:    {"2025-06-01", "2025-07-01", "2025-12-01", "2026-01-01"},
		Quarter:  {"2025-04-01", "2025-07-01", "2025-10-01", "2026-01-01"},
		HalfYear: {"2025-01-01", "2025-07-01", "2026-01-01"},
		Year:     {"2025-01-01", "2026-01-01"},
	} {
		total, err := Import(t.Context(), []string{"-"}, strings.NewReader(csv.String()), Options{Grouping: Grouping{Period: period}})
		require.NoError(t, err)
		var have []string
		for _, key := range total.Keys() {
			have = append(have, FormatDay(key.Start))
		}
		if period == All {
			require.Len(t, have, 1)
			continue
		}
		require.Equal(t, want, have, period)
	}
	total, err := Import(t.Context(), []string{"-"}, strings.NewReader(csv.String()), Options{From: "2025-07-01", To: "2025-12-31"})
	require.NoError(t, err)
	require.EqualValues(t, 2, total.Statements())
}

func TestTableAndCSV(t *testing.T) {
	t.Parallel()
	total, err := Import(t.Context(), []string{"-"}, strings.NewReader(smallHeader+"\n"+edited()+"\n"+edited()), Options{})
	require.NoError(t, err)
	var table, csv bytes.Buffer
	require.NoError(t, total.WriteTable(&table))
	require.Contains(t, table.String(), "1 files (0 checksums verified), 2 rows, 0 rejected, 2 statements counted, 0 unknown values")
	require.NoError(t, total.WriteCSV(&csv))
	for _, line := range []string{
		"Example,2025-07-01,2025-07-01,v1,category,STATEMENT_CATEGORY_VIOLENCE,2",
		"Example,2025-07-01,2025-07-01,v1,territorial_scope,DE,2",
		"Example,2025-07-01,2025-07-01,v1,days_content_to_application,median,1",
		"Example,2025-07-01,2025-07-01,,total,duplicates,1",
	} {
		require.Contains(t, csv.String(), line+"\n")
	}
}

// TestWholeListsCountForEachState, in facts as in CSV and in the table.
func TestWholeListsCountForEachState(t *testing.T) {
	t.Parallel()
	quoted := func(states set) string {
		var names []string
		for code, name := range countries.names {
			if code > 0 && states.has(uint8(code)) {
				names = append(names, `""`+name+`""`)
			}
		}
		return `"[` + strings.Join(names, ",") + `]"`
	}
	one := `"[""DE"",""FR""]"`
	rows := []string{smallHeader, edited(), edited(one, quoted(scopeEU)), edited(one, quoted(scopeEEA)), edited(one, quoted(scopeEEANoIS))}
	total, err := Import(t.Context(), []string{"-"}, strings.NewReader(strings.Join(rows, "\n")), Options{})
	require.NoError(t, err)
	var table, csv bytes.Buffer
	require.NoError(t, total.WriteTable(&table))
	require.NoError(t, total.WriteCSV(&csv))
	s := total.Summaries()[0]
	states, ok := s.Territories()
	require.True(t, ok)
	for state, want := range map[string]uint64{"DE": 4, "AT": 3, "NO": 2, "IS": 1} {
		require.Equal(t, want, s.Count("territorial_scope", state))
		require.Contains(t, states, ValueCount{Value: state, Count: want})
		require.Contains(t, csv.String(), fmt.Sprintf(",territorial_scope,%s,%d\n", state, want))
		require.Regexp(t, fmt.Sprintf(`v1 +%s +%d\n`, state, want), table.String())
	}
	require.Equal(t, uint64(1), s.Count("territorial_scope_whole", "EEA"))
}

// TestOneNameOneMeaning: what is counted under the name of a fact is the fact.
func TestOneNameOneMeaning(t *testing.T) {
	t.Parallel()
	total, err := Import(t.Context(), []string{"-"}, strings.NewReader(smallHeader+"\n"+edited()+"\n"+edited(",Yes,", ",No,")), Options{})
	require.NoError(t, err)
	s := total.Summaries()[0]
	require.EqualValues(t, 2, s.Count("automated_decision", "AUTOMATED_DECISION_FULLY"))
	require.EqualValues(t, 1, s.Count("total", "detected_and_decided_automatically"))
	require.NotContains(t, totalNames, "fully_automated")
}
