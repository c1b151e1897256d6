package sor

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/stretchr/testify/require"
)

// A small dump: the columns that a dump must have, and two texts.
const smallHeader = "uuid,decision_visibility,decision_monetary,decision_provision,decision_account,account_type,decision_ground," +

	"incompatible_content_explanation,incompatible_content_illegal,category,category_addition,category_specification,content_type," +
	"content_date,territorial_scope,application_date,decision_facts,source_type,automated_detection,automated_decision,platform_name,created_at"

const (
	uuidA = "eb40d5a8-bddb-4509-b4df-85a5c3a1995d"
	uuidB = "0a95113e-9a04-41e6-abb3-10748e1e263f"
	uuidC = "8c407f37-de93-4bb2-90c1-80f1c17da19f"
)

// smallRow is a row of the small dump with the given cells as the two texts.
func smallRow(id, explanation, facts string) string {
	return id + `,"[""DECISION_VISIBILITY_CONTENT_REMOVED""]",,,,,DECISION_GROUND_INCOMPATIBLE_CONTENT,` + explanation +
		`,,STATEMENT_CATEGORY_VIOLENCE,,,"[""CONTENT_TYPE_TEXT""]","2025-06-29 00:00:00","[""DE"",""FR""]","2025-06-30 00:00:00",` + facts +
		`,SOURCE_VOLUNTARY,Yes,AUTOMATED_DECISION_FULLY,Example,"2025-07-01 12:34:56"`
}

func scanAll(t interface {
	require.TestingT
	Helper()
}, content string,
) (rows []Row, rejects []Reject) {
	t.Helper()
	s, err := NewScanner(strings.NewReader(content))
	require.NoError(t, err)
	s.OnReject = func(r Reject) {
		r.Text = append([]byte(nil), r.Text...)
		rejects = append(rejects, r)
	}
	for s.Scan() {
		rows = append(rows, *s.Row())
	}
	require.NoError(t, s.Err())
	return rows, rejects
}

func TestElevenKnownMalformedRows(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("testdata/malformed.csv")
	require.NoError(t, err)
	rows, rejects := scanAll(t, string(content))
	require.Empty(t, rejects)
	require.Len(t, rows, 11)
	want := []struct{ platform, created, category, source, automated string }{
		{"Chrome Web Store", "2024-08-29", "SCAMS_AND_FRAUD", "SOURCE_VOLUNTARY", "NOT_AUTOMATED"},
		{"Google Play", "2024-08-30", "SCOPE_OF_PLATFORM_SERVICE", "SOURCE_VOLUNTARY", "FULLY"},
		{"Chrome Web Store", "2024-08-31", "SCAMS_AND_FRAUD", "SOURCE_VOLUNTARY", "NOT_AUTOMATED"},
		{"Chrome Web Store", "2024-09-04", "SCOPE_OF_PLATFORM_SERVICE", "SOURCE_VOLUNTARY", "NOT_AUTOMATED"},
		{"Google Shopping", "2024-09-05", "SCOPE_OF_PLATFORM_SERVICE", "SOURCE_VOLUNTARY", "NOT_AUTOMATED"},
		{"Chrome Web Store", "2024-09-06", "SCAMS_AND_FRAUD", "SOURCE_VOLUNTARY", "NOT_AUTOMATED"},
		{"Chrome Web Store", "2024-09-07", "SCAMS_AND_FRAUD", "SOURCE_VOLUNTARY", "NOT_AUTOMATED"},
		{"Chrome Web Store", "2024-09-12", "SCAMS_AND_FRAUD", "SOURCE_VOLUNTARY", "NOT_AUTOMATED"},
		{"Chrome Web Store", "2024-09-13", "SCOPE_OF_PLATFORM_SERVICE", "SOURCE_VOLUNTARY", "NOT_AUTOMATED"},
		{"Chrome Web Store", "2024-09-14", "SCOPE_OF_PLATFORM_SERVICE", "SOURCE_VOLUNTARY", "NOT_AUTOMATED"},
		{"AliExpress", "2024-12-30", "UNSAFE_AND_ILLEGAL_PRODUCTS", "SOURCE_VOLUNTARY", "PARTIALLY"},
	}
	for i, w := range want {
		r := rows[i]
		require.Equal(t, w.platform, r.Platform)
		require.Equal(t, w.created, FormatDay(r.Created()))
		require.Equal(t, "STATEMENT_CATEGORY_"+w.category, r.Value("category"))
		require.Equal(t, w.source, r.Value("source_type"))
		require.Equal(t, "AUTOMATED_DECISION_"+w.automated, r.Value("automated_decision"))
		require.GreaterOrEqual(t, len(r.Values("territorial_scope")), 27)
		require.Equal(t, V1, r.Schema)
	}
}

// TestMalformedRowsAlone reads each known row on its own and between two others:
// nothing may depend on the row above.
func TestMalformedRowsAlone(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("testdata/malformed.csv")
	require.NoError(t, err)
	lines := strings.Split(string(content), "\n")
	for i, line := range lines[1:] {
		alone, rejects := scanAll(t, lines[0]+"\n"+line)
		require.Empty(t, rejects)
		require.Len(t, alone, 1)
		other := lines[1+(i+5)%11]
		three, rejects := scanAll(t, strings.Join([]string{lines[0], other, line, other}, "\n"))
		require.Empty(t, rejects)
		require.Equal(t, alone[0], three[1])
	}
}

// TestDaysOutOfReach: facts cannot be about the days on which such statements were made,
// or about the periods of such groups. The content may be of any day.
func TestDaysOutOfReach(t *testing.T) {
	t.Parallel()
	head, row, _ := strings.Cut(testdata(t, "light_v1.csv"), "\n")
	row, _, _ = strings.Cut(row, "\n")
	columns := strings.Split(head, ",")
	day := func(column, day string) string {
		i := slices.IndexFunc(columns, func(c string) bool { return strings.Trim(c, `"`) == column })
		require.Positive(t, i, column)
		cells := strings.Split(row, ",")
		cells[i] = `"` + day + `"`
		return head + "\n" + strings.Join(cells, ",") + "\n"
	}
	for _, far := range []string{"1899-12-31", "0001-01-01", "2200-01-01", "9999-12-31"} {
		rows, rejects := scanAll(t, day("created_at", far))
		require.Empty(t, rows, far)
		require.Len(t, rejects, 1, far)
		require.Equal(t, `"`+far+`" does not belong in column created_at`, rejects[0].Reason)
		rows, rejects = scanAll(t, day("content_date", far))
		require.Empty(t, rejects, far)
		require.Len(t, rows, 1, far)

		a := NewAggregate(Grouping{})
		group := groupJSON{Platform: "P", Schema: V1, First: far, Last: far}
		require.ErrorContains(t, a.addJSON(group), "days or schema are not valid", far)
	}
}

// TestRealRows reads rows of every dialect of the dumps.
func TestRealRows(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		file      string
		rows      int
		schema    Schema
		territory bool
	}{
		{"light_v1.csv", 34, V1, false},
		{"full_v2.csv", 24, V2, true},
		{"malformed_full_columns.csv", 7, V1, true},
	} {
		rows, rejects := scanAll(t, testdata(t, test.file))
		require.Empty(t, rejects, test.file)
		require.Len(t, rows, test.rows, test.file)
		require.Equal(t, test.schema, rows[0].Schema)
		require.Equal(t, test.territory, rows[0].HasTerritory)
	}
}

// testdata returns a file of testdata.
func testdata(t testing.TB, name string) string {
	t.Helper()
	content, err := os.ReadFile(filepath.Join("testdata", name))
	require.NoError(t, err)
	return string(content)
}

// TestSmallReads: where a read ends makes no difference.
func TestSmallReads(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("testdata/malformed.csv")
	require.NoError(t, err)
	s, err := NewScanner(iotest.OneByteReader(strings.NewReader(string(content))))
	require.NoError(t, err)
	n := 0
	for s.Scan() {
		n++
	}
	require.NoError(t, s.Err())
	require.Equal(t, 11, n)
}

func TestUnknownValuesAreCountedAndNamed(t *testing.T) {
	t.Parallel()
	row := strings.Replace(smallRow(uuidA, "x", "y"), "STATEMENT_CATEGORY_VIOLENCE", "STATEMENT_CATEGORY_NEW_IN_V3", 1)
	s, err := NewScanner(strings.NewReader(smallHeader + "\n" + row + "\n" + row))
	require.NoError(t, err)
	var unknown []string
	s.OnUnknown = func(column, value string) { unknown = append(unknown, column+"="+value) }
	for s.Scan() {
		require.Equal(t, otherValue, s.Row().Value("category"))
	}
	require.Equal(t, []string{"category=STATEMENT_CATEGORY_NEW_IN_V3", "category=STATEMENT_CATEGORY_NEW_IN_V3"}, unknown)
}

func TestCutOff(t *testing.T) {
	t.Parallel()
	row := smallRow(uuidA, "x", `"two words"`)
	for _, test := range []struct {
		end  int
		want bool
	}{{len(row), false}, {len(row) - 1, true}, {len(row) - 40, true}, {60, true}, {40, true}, {20, true}} {
		s, err := NewScanner(strings.NewReader(smallHeader + "\n" + row + "\n" + row[:test.end]))
		require.NoError(t, err)
		for s.Scan() {
		}
		require.Equal(t, test.want, s.Truncated(), "cut at %d of %d", test.end, len(row))
	}
}

// TestCutOffAfterAFault: a row that is cut off is one even if a cell before the
// cut does not fit; a row that is only malformed is not cut off.
func TestCutOffAfterAFault(t *testing.T) {
	t.Parallel()
	good := smallRow(uuidA, "x", "y")
	bad := strings.Replace(good, "STATEMENT_CATEGORY_VIOLENCE", "violence", 1)
	bare := strings.ReplaceAll(strings.ReplaceAll(good, " 00:00:00", ""), `"2025-07-01 12:34:56"`, "2025-07-01")
	for _, test := range []struct {
		note, last string
		want       bool
	}{
		{"a bad value", bad, false},
		{"a bad value, and then cut", bad[:len(bad)-30], true},
		{"a bad value, and cut within quotes", bad[:len(bad)-3], true},
		{"few cells and a line end", uuidB + ",no\n", false},
		{"few cells and no line end", uuidB + ",no", true},
		{"in doubt, and then cut", smallRow(uuidA, `"C:\"`, `"D:\"`)[:len(good)-20], true},
		{"in doubt, a bad value and then cut", strings.Replace(smallRow(uuidA, `"C:\"`, `"D:\"`), "VIOLENCE", "violence", 1)[:len(good)-20], true},
		{"in doubt, a bad value", strings.Replace(smallRow(uuidA, `"C:\"`, `"D:\"`), "VIOLENCE", "violence", 1), false},
		{"cut within the last cell, without quotes", bare[:len(bare)-1], true},
		{"the last cell is wrong, but ends", bare[:len(bare)-1] + "\n", false},
		{"more cells than columns", good + ",x", false},
		{"words", "and so on", false},
	} {
		s, err := NewScanner(strings.NewReader(smallHeader + "\n" + good + "\n" + test.last))
		require.NoError(t, err)
		for s.Scan() {
		}
		require.Equal(t, test.want, s.Truncated(), test.note)
	}
}
