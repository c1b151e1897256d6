package sor

import (
	"encoding/json"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/sordump"
)

// FuzzScanner: whatever comes, the scanner ends, counts every row either as
// accepted or as rejected, accepts only rows whose cells belong to their
// columns, and finds a good row that follows at the end. The seeds are small, as the
// fuzzer makes every input that it keeps as small as it can, byte by byte; the rows that
// broke readers are in TestElevenKnownMalformedRows.
func FuzzScanner(f *testing.F) {
	f.Add("")
	f.Add(smallRow(uuidA, "", "") + "\r\n" + smallRow(uuidB, "x", ""))
	f.Add(smallRow(uuidA, `"C:\"`, `"D:\"`))
	f.Add(smallRow(uuidA, "\"\n"+uuidB+",x\"", "y") + "\n" + uuidC + ",\"")
	f.Add(smallRow(uuidA, `"""\"Free\"""  - ""\"Icon\""""`, "y\r\n\r\n"))
	f.Fuzz(func(t *testing.T, body string) {
		last := smallRow(uuidC, "x", "y")
		for _, end := range []string{"", "\n" + last} {
			s, err := NewScanner(strings.NewReader(smallHeader + "\n" + body + end))
			require.NoError(t, err)
			var accepted, rejected int64
			offset := int64(-1)
			s.OnReject = func(r Reject) {
				require.NotEmpty(t, r.Reason)
				require.Greater(t, r.Offset, offset, "rows are reported in order")
				offset = r.Offset
				rejected++
			}
			total := NewAggregate(Grouping{})
			created := ""
			for s.Scan() {
				accepted++
				row := s.Row()
				require.NotEmpty(t, row.Platform)
				require.NotEmpty(t, row.Value("category"))
				require.NotEmpty(t, row.Value("source_type"))
				require.NoError(t, total.Add(row))
				created = FormatDay(row.Created())
			}
			require.NoError(t, s.Err())
			require.Equal(t, s.Rows(), accepted+rejected)
			require.EqualValues(t, accepted, total.Statements())
			// An open quote may swallow the good row, but only if the whole is
			// then a row, or two rows, with all cells in their columns.
			if end != "" && !strings.ContainsAny(body, "\"") {
				require.Equal(t, "2025-07-01", created)
			}
		}
	})
}

func FuzzPartial(f *testing.F) {
	a := NewAggregate(Grouping{Period: Month})
	require.NoError(f, a.Add(&Row{Platform: "X", Schema: V2, id: 5}))
	content, err := json.Marshal(a)
	require.NoError(f, err)
	f.Add(content)
	f.Fuzz(func(t *testing.T, content []byte) {
		var a Aggregate
		if json.Unmarshal(content, &a) != nil {
			return
		}
		again, err := json.Marshal(&a)
		require.NoError(t, err)
		var b Aggregate
		require.NoError(t, json.Unmarshal(again, &b))
		require.NoError(t, b.Merge(&a))
	})
}

// TestTextsNeverShiftColumns: whatever stands in the texts, written as PHP does,
// the row is read as if they were empty, or rejected because it can be read in
// two ways; it is never read as something else.
func TestTextsNeverShiftColumns(t *testing.T) {
	t.Parallel()
	rng := rand.New(rand.NewPCG(3, 4))
	pieces := []string{`"`, `\`, `,`, "\n", " ", "a", `\"`, `","`, `"",""`, `\",\"`, "\r\n", uuidB + ",", `",SOURCE_VOLUNTARY,Yes,`, "[]", `\\`}
	text := func() string {
		var b strings.Builder
		for range rng.IntN(12) {
			b.WriteString(pieces[rng.IntN(len(pieces))])
		}
		return b.String()
	}
	want, _ := scanAll(t, smallHeader+"\n"+smallRow(uuidA, "", ""))
	read, refused := 0, 0
	for range 20_000 {
		content := smallHeader + "\n" + smallRow(uuidA, sordump.Row([]string{text()}), sordump.Row([]string{text()})) + "\n" + smallRow(uuidA, "", "")
		rows, rejects := scanAll(t, content)
		for _, row := range rows {
			require.Equal(t, want[0], row, content)
		}
		require.NotEmpty(t, rows, content)
		if len(rejects) > 0 {
			refused++
		} else {
			read++
			require.Len(t, rows, 2, content)
		}
	}
	t.Logf("%d rows read, %d rejected", read, refused)
	require.Less(t, refused, 600, "at most 3 %% of texts made to confuse")
}
