package counting

import (
	"context"

	"github.com/dsaeval/dsaeval/records/sor"
	"github.com/dsaeval/dsaeval/scale/internal/files"
)

// Stretches in which objects of a store are fetched: lists of entries are short and
// far apart, archives are read from the front to the back.
const (
	listBlock  = 64 << 10
	countBlock = 4 << 20
)

// listFn lists the pieces of a dump. One that has no random access is one piece: it
// is copied to the worker that counts it.
type listFn struct{}

// ProcessElement lists one dump.
func (*listFn) ProcessElement(ctx context.Context, d Dump, work func(Work), listed func(string, Listed), damaged func(string, Damage)) error {
	pieces := []sor.Piece{{Dump: d.File.Name, Length: d.File.Size}}
	if files.RandomAccess(d.File.Name) {
		r, err := files.OpenAt(ctx, d.File, listBlock)
		if err != nil {
			return err
		}
		defer r.Close()
		pieces, err = sor.Pieces(d.File.Name, r, d.File.Size)
		if err != nil {
			if !sor.Damages(err) {
				return err
			}
			damaged(d.File.Name, Damage{Index: d.Index, Number: -1, Dump: d.File.Name, Reason: err.Error()})
			return nil
		}
	}
	for _, piece := range pieces {
		work(Work{d, piece})
	}
	listed(d.File.Name, Listed{d, len(pieces)})
	return nil
}

// verifyFn compares a dump with the digest beside it. Each dump is read once more for
// that, from its beginning to its end by one worker: a digest cannot be computed in
// pieces.
type verifyFn struct{}

// ProcessElement emits the digest of one dump, if it is right.
func (*verifyFn) ProcessElement(ctx context.Context, d Dump, verified func(string, string), damaged func(string, Damage)) error {
	if d.SHA1 == "" {
		return nil
	}
	published, err := files.Open(ctx, d.SHA1)
	if err != nil {
		return err
	}
	noted := &notingReader{r: published}
	want, err := sor.ReadSHA1(d.File.Name, noted)
	published.Close()
	if noted.err != nil {
		return noted.err
	}
	if err == nil {
		err = verify(ctx, d, noted, want)
	}
	switch {
	case noted.err != nil:
		return noted.err
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		damaged(d.File.Name, Damage{Index: d.Index, Number: -1, Dump: d.File.Name, Reason: err.Error()})
	default:
		verified(d.File.Name, want)
	}
	return nil
}

func verify(ctx context.Context, d Dump, noted *notingReader, want string) error {
	dump, err := files.OpenFrom(ctx, d.File)
	if err != nil {
		noted.err = err
		return err
	}
	defer dump.Close()
	noted.r = dump
	return sor.VerifySHA1(ctx, d.File.Name, noted, want)
}
