package counting

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"io"
	"os"
	"slices"

	"github.com/dsaeval/dsaeval/records/sor"
	"github.com/dsaeval/dsaeval/scale/internal/files"
)

const (
	countsName  = "counts.partial"
	damagesName = "damaged.ndjson"
)

// writeFn writes what is left in the end. That the list of damages is there, if empty,
// shows that a run came to its end.
type writeFn struct{ Folder string }

// ProcessElement writes the counts, if there are any, and the list of damages.
func (f *writeFn) ProcessElement(ctx context.Context, _ []byte, totals func(*Counted) bool, left func(*Damage) bool) error {
	var total Counted
	if totals(&total) {
		counts, err := total.aggregate()
		if err != nil {
			return err
		}
		if err := files.Write(ctx, files.Join(f.Folder, countsName), counts.WritePartial); err != nil {
			return err
		}
	}
	var damages []Damage
	for d := (Damage{}); left(&d); d = (Damage{}) {
		damages = append(damages, d)
	}
	slices.SortFunc(damages, func(a, b Damage) int {
		return cmp.Or(cmp.Compare(a.Index, b.Index), cmp.Compare(a.Number, b.Number), cmp.Compare(a.Reason, b.Reason))
	})
	return files.Write(ctx, files.Join(f.Folder, damagesName), func(w io.Writer) error { return WriteDamages(w, damages) })
}

// WriteDamages writes damages as JSON, each on a line.
func WriteDamages(w io.Writer, damages []Damage) error {
	encoder := json.NewEncoder(w)
	encoder.SetEscapeHTML(false)
	for _, d := range damages {
		if err := encoder.Encode(d); err != nil {
			return err
		}
	}
	return nil
}

// Results are what a run left in its folder.
type Results struct {
	// Total is nil if no dump could be counted.
	Total   *sor.Aggregate
	Damages []Damage

	folder  string
	names   []string // of all files
	rejects []string // of those with rejected rows, in the order of the dumps
}

// ReadResults reads what a run left. It is an error if the run did not come to its end.
func ReadResults(ctx context.Context, folder string) (*Results, error) {
	names, err := files.Expand(ctx, files.Join(folder, "*"))
	if err != nil {
		return nil, err
	}
	r := &Results{folder: folder, names: names}
	whole := false
	for _, name := range names {
		switch base := name[len(files.Join(folder, "")):]; {
		case base == damagesName:
			whole = true
			err = read(ctx, name, r.readDamages)
		case base == countsName:
			err = read(ctx, name, func(from io.Reader) (err error) {
				r.Total, err = sor.ReadPartial(from)
				return err
			})
		default:
			r.rejects = append(r.rejects, name)
		}
		if err != nil {
			return nil, err
		}
	}
	if !whole {
		return nil, errors.New(folder + ": the run left no results")
	}
	return r, nil
}

func (r *Results) readDamages(from io.Reader) error {
	decoder := json.NewDecoder(bufio.NewReader(from))
	for {
		var d Damage
		if err := decoder.Decode(&d); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		r.Damages = append(r.Damages, d)
	}
}

func read(ctx context.Context, name string, from func(io.Reader) error) error {
	file, err := files.Open(ctx, name)
	if err != nil {
		return err
	}
	defer file.Close()
	return from(file)
}

// Rejects reports whether rows were rejected.
func (r *Results) Rejects() bool { return len(r.rejects) > 0 }

// WriteRejects writes the rejected rows as `evaluate import sor --rejects` does.
func (r *Results) WriteRejects(ctx context.Context, w io.Writer) error {
	if _, err := io.WriteString(w, "file,row,offset,reason,text\n"); err != nil {
		return err
	}
	for _, name := range r.rejects {
		if err := read(ctx, name, func(from io.Reader) error {
			_, err := io.Copy(w, from)
			return err
		}); err != nil {
			return err
		}
	}
	return nil
}

// Remove removes what the run left, and its folder.
func (r *Results) Remove(ctx context.Context) error {
	if err := files.Remove(ctx, r.names...); err != nil || !files.Local(r.folder) {
		return err
	}
	return os.Remove(r.folder)
}
