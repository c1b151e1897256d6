package counting

import (
	"bytes"
	"context"
	"encoding/csv"
	"fmt"
	"io"

	"github.com/dsaeval/dsaeval/records/sor"
	"github.com/dsaeval/dsaeval/scale/internal/files"
)

// maxList is how many bytes of rejected rows are listed of one piece. A dump has a
// few in millions of rows; where all are rejected, the beginning tells why.
const maxList = 8 << 20

// shortList takes what is written to it up to a limit, in whole writes, which are
// whole rows.
type shortList struct {
	content bytes.Buffer
	cut     bool
}

func (l *shortList) Write(p []byte) (int, error) {
	if l.cut = l.cut || l.content.Len()+len(p) > maxList; !l.cut {
		l.content.Write(p)
	}
	return len(p), nil
}

// text returns the list, which says so if it is cut.
func (l *shortList) text(p sor.Piece) []byte {
	if l.cut {
		w := csv.NewWriter(&l.content)
		_ = w.Write([]string{files.Join(p.Dump, p.Entry), "", "", "more rows were rejected than are listed here", ""}) // a buffer never fails
		w.Flush()
	}
	return l.content.Bytes()
}

// writeRejectsFn writes the list of each piece to a file of its own. Done again, it
// writes the same.
type writeRejectsFn struct{ Folder string }

// ProcessElement writes one list.
func (f *writeRejectsFn) ProcessElement(ctx context.Context, r Rejected) error {
	return files.Write(ctx, files.Join(f.Folder, rejectsName(r.Index, r.Number)), func(w io.Writer) error {
		_, err := w.Write(r.Text)
		return err
	})
}

const rejectsPrefix = "rejects-"

func rejectsName(index, number int) string {
	return fmt.Sprintf("%s%08d-%08d.csv", rejectsPrefix, index, number)
}
