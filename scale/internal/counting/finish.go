package counting

import (
	"fmt"
	"path"
)

// finishFn makes of what was counted of a dump what was counted of a file, or says why
// not.
type finishFn struct{}

// ProcessElement finishes one dump. Whatever the runner did twice or lost: pieces that
// were counted or are damaged are as many as were listed, or the run fails.
func (*finishFn) ProcessElement(
	name string, listed func(*Listed) bool, counted func(*Counted) bool, verified func(*string) bool, damaged func(*Damage) bool,
	finished func(Counted), left func(Damage),
) error {
	var damages []Damage
	whole := false
	for d := (Damage{}); damaged(&d); d = (Damage{}) {
		damages = append(damages, d)
		whole = whole || d.whole()
	}
	for _, d := range damages {
		// Where a digest is wrong, damaged pieces are no news.
		if !whole || d.whole() {
			left(d)
		}
	}
	if whole {
		return nil
	}
	var dump Listed
	if !listed(&dump) {
		return fmt.Errorf("%s: its pieces were not listed", name)
	}
	var total Counted
	pieces := len(damages)
	if counted(&total) {
		pieces += total.pieces
	}
	if pieces != dump.Pieces {
		return fmt.Errorf("%s: %d of %d pieces were counted", name, pieces, dump.Pieces)
	}
	if total.state == nil {
		return nil
	}
	file := total.file
	file.Name = path.Base(name)
	file.Size = dump.Dump.File.Size
	file.Unread = int64(len(damages))
	verified(&file.SHA1)
	counts, err := total.aggregate()
	if err != nil {
		return err
	}
	if err := counts.AddFile(file); err != nil {
		left(Damage{Index: dump.Dump.Index, Number: -1, Dump: name, Reason: err.Error()})
		return nil
	}
	total.packed = nil
	finished(total)
	return nil
}
