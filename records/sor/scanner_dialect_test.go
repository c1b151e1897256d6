package sor

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestDialect(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ note, explanation, facts string }{
		{"plain texts", `Spam`, `"Seen by a reviewer"`},
		{"empty texts", ``, ``},
		{"a quote is doubled", `"the ""best"" one"`, `"x"`},
		{"a quote after a backslash is not", `"the \"best\" one"`, `"x"`},
		{"both at once", `"""\"Free\"""  - ""\"Icon\""""`, `"x"`},
		{"a text that ends in a backslash looks as if it went on", `"C:\"`, `"x y"`},
		{"and again in the next text", `"C:\"`, `"D:\"`},
		{"a backslash before a doubled quote", `"say \""hello\"" twice"`, `"x"`},
		{"several backslashes", `"\\\"x\\"`, `"x"`},
		{"line ends within a text", "\"one\ntwo\r\nthree\rfour\"", `"x"`},
		{"commas within a text", `"a,b,,c"`, `",,,"`},
		{"a text that begins like a row", "\"\n" + uuidB + ",x\"", `"x"`},
		{"JSON in a text", `"{\"a\":\"b\",\"c\":\"d\",\"e\":[\"f\",\"g\"]}"`, `"x"`},
		{"bytes that are not UTF-8", "\"\xff\xfe\"", `"x"`},
	} {
		t.Run(test.note, func(t *testing.T) {
			t.Parallel()
			want, rejects := scanAll(t, smallHeader+"\n"+smallRow(uuidA, "x", "y"))
			require.Empty(t, rejects)
			content := smallHeader + "\n" + smallRow(uuidA, test.explanation, test.facts) + "\n" + smallRow(uuidA, "x", "y")
			rows, rejects := scanAll(t, content)
			require.Empty(t, rejects)
			require.Equal(t, []Row{want[0], want[0]}, rows)
		})
	}
}

func TestOneBadRowCostsOneRow(t *testing.T) {
	t.Parallel()
	good := func(id string) string { return smallRow(id, "x", "y") }
	for _, test := range []struct{ note, bad, reason string }{
		{"a column too few", strings.Replace(good(uuidB), ",,,,,", ",,,,", 1), "does not belong in column account_type"},
		{"a column too many", good(uuidB) + ",x", "more than 22 columns"},
		{"a quote that is not closed", smallRow(uuidB, `"never closed`, "y"), "text after the closing quote in column 8"},
		{"a stray quote", smallRow(uuidB, `a"b`, "y"), "a quote within a cell"},
		{"text after a quote", smallRow(uuidB, `"a"b`, "y"), "text after the closing quote"},
		{"columns that changed places", strings.Replace(good(uuidB), "SOURCE_VOLUNTARY,Yes", "Yes,SOURCE_VOLUNTARY", 1), `"Yes" does not belong in column source_type`},
		{"a day that does not exist", strings.Replace(good(uuidB), "2025-06-30", "2025-06-31", 1), "does not belong in column application_date"},
		{"no category", strings.Replace(good(uuidB), "STATEMENT_CATEGORY_VIOLENCE", "", 1), "no value in column category"},
		{"a list that is none", strings.Replace(good(uuidB), `[""DE"",""FR""]`, `DE,FR`, 1), "does not belong in column territorial_scope"},
		{"words between rows", "and so on", "does not begin with a UUID"},
		{"lines of words between rows", "and\nso,\"\non", "does not begin with a UUID"},
		{"the beginning of a row", good(uuidB)[:100], "columns instead of 22"},
		{"a row that is too long", smallRow(uuidB, `"`+strings.Repeat("long ", 60_000)+`"`, "y"), "longer than 128 KiB"},
	} {
		t.Run(test.note, func(t *testing.T) {
			t.Parallel()
			content := strings.Join([]string{smallHeader, good(uuidA), test.bad, good(uuidC), ""}, "\n")
			want, none := scanAll(t, strings.Join([]string{smallHeader, good(uuidA), good(uuidC)}, "\n"))
			require.Empty(t, none)
			rows, rejects := scanAll(t, content)
			require.Equal(t, want, rows)
			require.Len(t, rejects, 1)
			require.Contains(t, rejects[0].Reason, test.reason)
			require.EqualValues(t, 2, rejects[0].Row)
			require.EqualValues(t, strings.Index(content, test.bad), rejects[0].Offset)
			require.Equal(t, test.bad[:min(len(test.bad), maxReject)], string(rejects[0].Text))
		})
	}
}

// TestNoRowIsInjected: a text that holds a whole row is a text.
func TestNoRowIsInjected(t *testing.T) {
	t.Parallel()
	inner := strings.ReplaceAll("\n"+smallRow(uuidB, "x", "y")+"\n", `"`, `""`)
	rows, rejects := scanAll(t, smallHeader+"\n"+smallRow(uuidA, `"`+inner+`"`, "y"))
	require.Empty(t, rejects)
	require.Len(t, rows, 1)
}

func TestHeaders(t *testing.T) {
	t.Parallel()
	for _, test := range []struct{ note, header, message string }{
		{"something else", "a,b,c", "the first line is no header of a dump"},
		{"empty", "", "the file is empty"},
		{"without the category", strings.Replace(smallHeader, ",category,", ",kategorie,", 1), "the header lacks category"},
		{"a column twice", smallHeader + ",uuid", `column "uuid" occurs twice`},
		{"one endless line", strings.Repeat("x", 1<<20), "the first line is longer"},
	} {
		_, err := NewScanner(strings.NewReader(test.header))
		require.ErrorContains(t, err, test.message, test.note)
	}
}

// TestColumnsByName: order does not matter, unknown columns are skipped, a BOM
// and CRLF do no harm, and content_id_ean makes it version 2.
func TestColumnsByName(t *testing.T) {
	t.Parallel()
	want, _ := scanAll(t, smallHeader+"\n"+smallRow(uuidA, "x", "y"))
	reversed := func(line string) string {
		cells := strings.Split(strings.ReplaceAll(line, `""DE"",""FR""`, `""DE"";""FR""`), ",")
		for i, j := 0, len(cells)-1; i < j; i, j = i+1, j-1 {
			cells[i], cells[j] = cells[j], cells[i]
		}
		return strings.ReplaceAll(strings.Join(cells, ","), ";", ",")
	}
	rows, rejects := scanAll(t, "\xef\xbb\xbf"+reversed(smallHeader)+",new\r\n"+reversed(smallRow(uuidA, "x", "y"))+",\"new, too\"\r\n")
	require.Empty(t, rejects)
	require.Equal(t, want, rows)
	rows, rejects = scanAll(t, smallHeader+",content_id_ean\n"+smallRow(uuidA, "x", "y")+",4006381333931")
	require.Empty(t, rejects)
	require.Equal(t, V2, rows[0].Schema)
}
