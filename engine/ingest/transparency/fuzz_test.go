package transparency_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/dsaeval/dsaeval/engine/ingest/transparency"
)

// Whatever a file holds, it is read or refused; every cell that is not blank
// becomes a number or a note, and nothing panics.
func FuzzCSV(f *testing.F) {
	f.Add([]byte(recipients("1,5", "1.000", "> 45")))
	f.Add([]byte(head7 + begin7 + "Median time,162.4 HRS,\n"))
	f.Add([]byte("\xEF\xBB\xBFa;b\n\"x"))
	f.Add([]byte(recipients("1e99", "-0", "0,5 %", "1 234,5")))
	dir := f.TempDir()
	f.Fuzz(func(t *testing.T, content []byte) {
		path := filepath.Join(dir, "10_AMAR.csv")
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		report, err := transparency.Open(t.Context(), path)
		if err != nil {
			return
		}
		noted := map[transparency.Ref]bool{}
		for _, n := range report.Notes {
			noted[n.Ref] = true
		}
		for _, e := range report.Entries {
			if (e.State == transparency.Known) != (e.Value != nil && e.State == transparency.Known) {
				t.Fatalf("%s: state and value disagree", e.Ref)
			}
			if e.State == transparency.Blank && e.Text != "" {
				t.Fatalf("%s: %q was taken for a blank", e.Ref, e.Text)
			}
		}
	})
}
