package sor

import (
	"encoding/csv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/dsaeval/dsaeval/internal/sordump"
)

// mischief is what the texts are made of that break readers of CSV.
var mischief = []string{
	`"`, `\`, `,`, "\n", " ", "a", `\"`, `","`, `"",""`, `\",\"`, "\r\n", `\\`, `\\"`, "[]", "No", "é",
	uuidB + ",", "\n" + uuidB + ",", `",SOURCE_VOLUNTARY,Yes,`, `STATEMENT_CATEGORY_SELF_HARM`, "2025-06-01", `x\",",,No,STATEMENT_CATEGORY_SELF_HARM,,,,2025-06-01,`,
	"\n" + strings.ReplaceAll(smallRow(uuidB, "", ""), `"`, ""),
}

func anyText(t *rapid.T) string {
	return strings.Join(rapid.SliceOfN(rapid.SampledFrom(mischief), 0, 8).Draw(t, "text"), "")
}

// written is a row of the small dump as PHP writes it.
func written(id string, cells map[string]string) string {
	all := map[string]string{
		"uuid": id, "decision_ground": "DECISION_GROUND_INCOMPATIBLE_CONTENT", "category": "STATEMENT_CATEGORY_VIOLENCE",
		"content_type": `["CONTENT_TYPE_TEXT"]`, "content_date": "2025-06-29 00:00:00", "territorial_scope": `["DE","FR"]`,
		"application_date": "2025-06-30 00:00:00", "source_type": "SOURCE_VOLUNTARY", "automated_detection": "Yes",
		"automated_decision": "AUTOMATED_DECISION_FULLY", "platform_name": "Example", "created_at": "2025-07-01 12:34:56",
	}
	var row []string
	for _, column := range strings.Split(smallHeader, ",") {
		if text, given := cells[column]; given {
			row = append(row, text)
		} else {
			row = append(row, all[column])
		}
	}
	return sordump.Row(row)
}

// TestRowsDoNotDependOnOthers: what is counted of a row, and whether it is
// rejected, is the same alone and among others whose texts it repeats.
func TestRowsDoNotDependOnOthers(t *testing.T) {
	t.Parallel()
	ids := []string{uuidA, uuidB, uuidC}
	rapid.Check(t, func(t *rapid.T) {
		texts := rapid.SliceOfN(rapid.Custom(anyText), 1, 4).Draw(t, "texts")
		anyOf := rapid.SampledFrom(texts)
		var rows []string
		for i := range rapid.IntRange(1, 6).Draw(t, "rows") {
			rows = append(rows, written(ids[i%3], map[string]string{
				"incompatible_content_explanation": anyOf.Draw(t, "explanation"), "decision_facts": anyOf.Draw(t, "facts"),
				"platform_name": rapid.SampledFrom([]string{"X", `Pla "X", Ltd`, `back\`, "two words"}).Draw(t, "platform"),
				"category":      rapid.SampledFrom([]string{"STATEMENT_CATEGORY_VIOLENCE", "STATEMENT_CATEGORY_SELF_HARM"}).Draw(t, "category"),
			}))
		}
		var want []Row
		var wantRejects []string
		for _, row := range rows {
			counted, rejects := scanAll(t, smallHeader+"\n"+row)
			require.Equal(t, 1, len(counted)+len(rejects), row)
			want, wantRejects = append(want, counted...), append(wantRejects, textsOf(rejects)...)
		}
		counted, rejects := scanAll(t, smallHeader+"\n"+strings.Join(rows, "\n"))
		require.Equal(t, want, counted)
		require.Equal(t, wantRejects, textsOf(rejects))
	})
}

func textsOf(rejects []Reject) (texts []string) {
	for _, r := range rejects {
		texts = append(texts, string(r.Text))
	}
	return texts
}

// TestForgedRows: a text cannot pass for a row of another platform, whatever
// stands above it, and costs no row but its own.
func TestForgedRows(t *testing.T) {
	t.Parallel()
	header := strings.Replace(smallHeader, "_explanation,", "_explanation,category_specification_other,", 1)
	row := func(id, first, second string) string {
		line := written(id, map[string]string{"incompatible_content_explanation": "HERE"})
		return strings.Replace(line, "HERE", sordump.Row([]string{first, second}), 1)
	}
	forged := ",,No,STATEMENT_CATEGORY_SELF_HARM,,,,2025-06-01,,,f,SOURCE_VOLUNTARY,No,AUTOMATED_DECISION_FULLY,Victim,2025-07-01\n" +
		uuidB + ",,,,,,DECISION_GROUND_ILLEGAL_CONTENT,,,,STATEMENT_CATEGORY_VIOLENCE,,,,,,,,SOURCE_VOLUNTARY,,,Victim,2025-07-01\nrest"
	plain, above := row(uuidA, "x", "y"), row(uuidA, `x\",`, "y")
	for _, text := range []string{`x\`, `x\",`, strings.Repeat(`a\","b`, 80) + `\`, strings.Repeat(`\"a\",`, 200) + `\`} {
		hostile := row(uuidC, text, forged)
		for _, rows := range [][]string{{hostile}, {hostile, hostile}, {plain, hostile, plain}, {above, hostile, plain}} {
			counted, rejects := scanAll(t, header+"\n"+strings.Join(rows, "\n"))
			require.Len(t, rejects, len(rows)-len(counted))
			for _, r := range counted {
				require.Equal(t, "Example", r.Platform)
				require.Equal(t, "STATEMENT_CATEGORY_VIOLENCE", r.Value("category"))
			}
		}
	}
}

// TestManyWays: thousands of quotes after backslashes are read if they can be
// read in one way, and else rejected without much work.
func TestManyWays(t *testing.T) {
	t.Parallel()
	json := "[" + strings.Repeat(`\"a\",`, 2000) + `\"b\"]`
	counted, rejects := scanAll(t, smallHeader+"\n"+written(uuidA, map[string]string{"decision_facts": json}))
	require.Empty(t, rejects)
	require.Len(t, counted, 1)

	bomb := written(uuidA, map[string]string{"incompatible_content_explanation": strings.Repeat(`a\","b`, 20_000)})
	good := written(uuidB, nil)
	counted, rejects = scanAll(t, smallHeader+"\n"+bomb+"\n"+good)
	require.Len(t, counted, 1)
	require.Len(t, rejects, 1)
	require.Contains(t, rejects[0].Reason, tooManyWays)
}

// TestNoRowWithinARejectedOne: where a row cannot be read, a line in one of its
// texts still does not begin another.
func TestNoRowWithinARejectedOne(t *testing.T) {
	t.Parallel()
	forged := "\n" + strings.ReplaceAll(strings.ReplaceAll(written(uuidB, map[string]string{
		"content_type": "", "territorial_scope": "", "content_date": "", "application_date": "", "platform_name": "Victim", "created_at": "2025-07-01",
	}), `"`, ""), " ", "") + "\nrest"
	good := written(uuidC, nil)
	for note, cells := range map[string]map[string]string{
		"too many ways":                   {"incompatible_content_explanation": strings.Repeat(`\",,`, 15_000) + `\`},
		"a value that fits in no way":     {"incompatible_content_explanation": `x\`, "automated_decision": "perhaps"},
		"a value that does not fit":       {"automated_decision": "perhaps"},
		"a value before, and then doubts": {"incompatible_content_explanation": `x\`, "decision_account": "perhaps"},
	} {
		cells["decision_facts"] = forged
		bad := written(uuidA, cells)
		alone, _ := scanAll(t, smallHeader+"\n"+bad)
		require.Empty(t, alone, note)
		counted, rejects := scanAll(t, strings.Join([]string{smallHeader, good, bad, good}, "\n"))
		require.Len(t, rejects, 1, note)
		require.Equal(t, bad, string(rejects[0].Text), note)
		require.Len(t, counted, 2, note)
		require.Equal(t, "Example", counted[1].Platform, note)
	}
}

// TestPHPQuotesWhatNeedsIt: the rule that tells a quoted date from a text that
// imitates one holds for every cell of the samples.
func TestPHPQuotesWhatNeedsIt(t *testing.T) {
	t.Parallel()
	for _, name := range []string{"malformed.csv", "malformed_full_columns.csv", "light_v1.csv", "full_v2.csv"} {
		s, err := NewScanner(strings.NewReader(testdata(t, name)))
		require.NoError(t, err)
		for s.fill(); len(s.window()) > 0; {
			s.atEnd = true
			readings, reason := s.follow(s.window(), s.header.definitions, true)
			require.Len(t, readings, 1, "%s: %s", name, reason)
			require.False(t, readings[0].split)
			s.consume(readings[0].at)
		}
	}
}

// TestRowsFoundAgain: a UUID within a line begins no row, wherever a read ends.
func TestRowsFoundAgain(t *testing.T) {
	t.Parallel()
	good := smallRow(uuidA, "x", "y")
	want, _ := scanAll(t, smallHeader+"\n"+good)
	for _, after := range []int{maxRow, bufferSize} {
		for shift := -700; shift < 10; shift++ {
			bad := uuidB + "," + strings.Repeat("y", after+shift) + smallRow(uuidC, "x", "y")
			rows, rejects := scanAll(t, smallHeader+"\n"+bad+"\n"+good)
			require.Len(t, rejects, 1, "%d%+d", after, shift)
			require.Equal(t, want, rows)
		}
	}
}

// TestQuotedUUIDs: programs that write dumps again may quote all cells.
func TestQuotedUUIDs(t *testing.T) {
	t.Parallel()
	unquoted := smallRow(uuidA, "x", "y")
	cells, err := csv.NewReader(strings.NewReader(unquoted)).Read()
	require.NoError(t, err)
	var row []string
	for _, cell := range cells {
		row = append(row, `"`+strings.ReplaceAll(cell, `"`, `""`)+`"`)
	}
	header := `"` + strings.ReplaceAll(smallHeader, ",", `","`) + `"`
	quoted := strings.Join(row, ",")
	want, _ := scanAll(t, smallHeader+"\n"+unquoted)
	rows, rejects := scanAll(t, strings.Join([]string{header, quoted, `"` + uuidB + `",spoilt`, quoted}, "\n"))
	require.Len(t, rejects, 1)
	require.Equal(t, []Row{want[0], want[0]}, rows)
}
