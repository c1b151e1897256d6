package render_test

import (
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"io"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/internal/saved"
	"github.com/dsaeval/dsaeval/internal/writing"
)

// FuzzWriters puts anything into the names and values of a report: in no format does it
// steer what shows or reads it, or add a line, a row, a test or a result to those that
// there are. Pages are fuzzed where they are written.
func FuzzWriters(f *testing.F) {
	var all []render.Format
	for _, format := range render.Formats() {
		if !strings.Contains(string(format), "html") {
			all = append(all, format)
		}
	}
	want := map[render.Format]shape{}
	for i, format := range all {
		want[format] = shapeOf(f, format, written(f, string(format), sample("Example")))
		f.Add(uint8(i), hostile)
	}
	for _, payload := range payloads {
		f.Add(uint8(0), payload)
	}
	f.Fuzz(func(t *testing.T, which uint8, words string) {
		if strings.TrimFunc(words, func(c rune) bool { return writing.Hidden(c) || c <= ' ' }) == "" {
			return // a name that is none is said in other words
		}
		format := all[int(which)%len(all)]
		r := sample(words)
		r.Provenance.Facts[0].File = words + ".yaml"
		have := written(t, string(format), r)
		require.Equal(t, have, written(t, string(format), r))
		require.True(t, utf8.ValidString(have))
		require.Equal(t, want[format], shapeOf(t, format, have), "%s: %s", format, have)
		for _, c := range have {
			require.False(t, !strings.ContainsRune("\n\r\t\u200d\ufffd", c) && writing.Hidden(c) && !escapes(format), "%s: %q", format, c)
		}
		if format != render.GitHub {
			require.NotRegexp(t, `(?m)^[ \t]*(::|##\[)`, have, "%s", format)
		}
		if format == render.JSON && utf8.ValidString(words) {
			read, err := saved.Load("report.json", []byte(have))
			require.NoError(t, err)
			require.Equal(t, words, read[0].Service.Name, "a report that is saved says what it said")
		}
	})
}

// shape is how a report is built, whatever its words are.
type shape struct{ lines, rows, points, results, cases int }

var points = regexp.MustCompile(`(?m)^(not )?ok |^1\.\.`)

func shapeOf(t testing.TB, format render.Format, have string) (s shape) {
	t.Helper()
	switch format {
	case render.CSV:
		rows, err := csv.NewReader(strings.NewReader(have)).ReadAll() // as many cells in each
		require.NoError(t, err)
		s.rows = len(rows)
		for _, row := range rows {
			for _, cell := range row {
				require.NotRegexp(t, `^\s*[=+@＝]`, cell)
			}
		}
	case render.JSON, render.SARIF, render.SARIFAll, render.OSCAL:
		var document any
		require.NoError(t, json.Unmarshal([]byte(have), &document))
		s.results = members(document)
	case render.JUnit:
		decoder := xml.NewDecoder(strings.NewReader(have))
		for {
			token, err := decoder.Token()
			if err == io.EOF {
				break
			}
			require.NoError(t, err)
			if _, begins := token.(xml.StartElement); begins {
				s.cases++
			}
		}
	case render.TAP:
		s.points = len(points.FindAllString(have, -1))
	default:
		s.lines = strings.Count(have, "\n")
	}
	return s
}

// members counts what a document has.
func members(value any) int {
	n := 1
	switch value := value.(type) {
	case map[string]any:
		for _, member := range value {
			n += members(member)
		}
	case []any:
		for _, element := range value {
			n += members(element)
		}
	}
	return n
}
