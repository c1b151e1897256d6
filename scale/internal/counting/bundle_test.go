package counting

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/sordump"
	"github.com/dsaeval/dsaeval/records/sor"
	"github.com/dsaeval/dsaeval/scale/internal/files"
)

// dumpOf writes a generated day and lists its pieces as the pipeline does.
func dumpOf(t *testing.T) (Dump, []Work, Listed) {
	t.Helper()
	path, err := sordump.Options{Seed: 1, Day: "2025-07-22", Archives: 3, Files: 1, Rows: 200}.WriteDay(t.TempDir())
	require.NoError(t, err)
	file, err := files.Stat(t.Context(), path)
	require.NoError(t, err)
	d := Dump{File: file, SHA1: path + ".sha1"}
	var work []Work
	var listed Listed
	require.NoError(t, (&listFn{}).ProcessElement(t.Context(), d,
		func(w Work) { work = append(work, w) },
		func(name string, l Listed) {
			require.Equal(t, path, name)
			listed = l
		},
		func(_ string, damage Damage) { require.Fail(t, damage.Reason) }))
	require.Len(t, work, 3)
	require.Equal(t, 3, listed.Pieces)
	return d, work, listed
}

// bundle runs pieces through a bundle and returns what it hands over.
func bundle(t *testing.T, f *countFn, work ...Work) (handed []Counted, damages []Damage) {
	t.Helper()
	counted := func(_ string, c Counted) { handed = append(handed, c) }
	damaged := func(_ string, d Damage) { damages = append(damages, d) }
	f.StartBundle(t.Context(), counted, damaged, nil)
	for _, w := range work {
		require.NoError(t, f.ProcessElement(t.Context(), w, counted, damaged, nil))
	}
	f.FinishBundle(t.Context(), counted, damaged, nil)
	return handed, damages
}

// finish runs what was handed over through the rest of the pipeline, in the form in
// which it travels.
func finish(t *testing.T, listed Listed, handed ...Counted) (*sor.Aggregate, error) {
	t.Helper()
	var sum Counted
	for _, c := range handed {
		packed, err := encodeCounted(c)
		require.NoError(t, err)
		c, err = decodeCounted(packed)
		require.NoError(t, err)
		if sum.state == nil {
			sum = c
			continue
		}
		sum, err = (&mergeFn{}).MergeAccumulators(sum, c)
		require.NoError(t, err)
	}
	var total *sor.Aggregate
	err := (&finishFn{}).ProcessElement(listed.Dump.File.Name, iterator(listed), iterator(sum), iterator("digest"), iterator[Damage](),
		func(c Counted) {
			var err error
			total, err = c.aggregate()
			require.NoError(t, err)
		},
		func(d Damage) { require.Fail(t, d.Reason) })
	return total, err
}

// iterator yields elements as Beam hands them over.
func iterator[T any](elements ...T) func(*T) bool {
	return func(next *T) bool {
		if len(elements) == 0 {
			return false
		}
		*next, elements = elements[0], elements[1:]
		return true
	}
}

func partial(t *testing.T, a *sor.Aggregate) string {
	t.Helper()
	content, err := json.Marshal(a)
	require.NoError(t, err)
	return string(content)
}

// TestBundleDoneTwice: a bundle that a runner does again, because what it handed over
// was lost or it broke off, counts once, whichever of the two attempts is kept, and
// however the pieces are spread over bundles.
func TestBundleDoneTwice(t *testing.T) {
	d, work, listed := dumpOf(t)
	path := d.File.Name
	f := &countFn{}
	first, _ := bundle(t, f, work[0], work[1])
	again, _ := bundle(t, f, work[0], work[1])
	rest, _ := bundle(t, f, work[2])
	want, err := sor.Import(t.Context(), []string{path}, nil, sor.Options{})
	require.NoError(t, err)
	wanted := bytes.ReplaceAll([]byte(partial(t, want)), []byte(want.Files()[0].SHA1), []byte("digest"))
	for _, kept := range [][]Counted{first, again} {
		have, err := finish(t, listed, append(kept, rest...)...)
		require.NoError(t, err)
		require.Equal(t, string(wanted), partial(t, have))
	}

	// One that breaks off in the middle leaves nothing for the next.
	f.StartBundle(t.Context(), nil, nil, nil)
	require.NoError(t, f.ProcessElement(t.Context(), work[2], nil, nil, nil))
	after, _ := bundle(t, f, work[2])
	have, err := finish(t, listed, append(first, after...)...)
	require.NoError(t, err)
	require.Equal(t, string(wanted), partial(t, have))
}

// TestPiecesAreCompared: with those that were listed, so that a runner that keeps two
// attempts or none ends in an error.
func TestPiecesAreCompared(t *testing.T) {
	_, work, listed := dumpOf(t)
	f := &countFn{}
	all, _ := bundle(t, f, work...)
	twice, _ := bundle(t, f, work[1])
	_, err := finish(t, listed, append(all, twice...)...)
	require.ErrorContains(t, err, "4 of 3 pieces were counted")
	some, _ := bundle(t, f, work[:2]...)
	_, err = finish(t, listed, some...)
	require.ErrorContains(t, err, "2 of 3 pieces were counted")
	err = (&finishFn{}).ProcessElement("day.zip", iterator[Listed](), iterator(some...), iterator[string](), iterator[Damage](), nil, nil)
	require.ErrorContains(t, err, "its pieces were not listed")
}

// TestDamagedPiece: it leaves through its own output, and is one of the pieces.
func TestDamagedPiece(t *testing.T) {
	d, work, listed := dumpOf(t)
	content, err := os.ReadFile(d.File.Name)
	require.NoError(t, err)
	piece := work[1].Piece
	for i := range 40 {
		content[piece.Offset+piece.Length/2+int64(i)] ^= 0x5a
	}
	require.NoError(t, os.WriteFile(d.File.Name, content, 0o644))
	handed, damages := bundle(t, &countFn{}, work...)
	require.Len(t, damages, 1)
	require.Equal(t, piece.Entry, damages[0].Entry)
	require.Len(t, handed, 1)
	var left []Damage
	var finished []Counted
	require.NoError(t, (&finishFn{}).ProcessElement(d.File.Name, iterator(listed), iterator(handed...), iterator[string](), iterator(damages...),
		func(c Counted) { finished = append(finished, c) }, func(d Damage) { left = append(left, d) }))
	require.Equal(t, damages, left)
	require.Len(t, finished, 1)
	require.EqualValues(t, 1, finished[0].total.Files()[0].Unread)
	require.EqualValues(t, 400, finished[0].total.Statements())
}

// TestWorthAnotherAttempt: what fails for another reason than the dump is an error of
// the bundle, which the runner does again; it is never listed as damage.
func TestWorthAnotherAttempt(t *testing.T) {
	d, work, _ := dumpOf(t)
	never := func(string, Damage) { require.Fail(t, "listed as damage") }
	require.NoError(t, os.Rename(d.File.Name, filepath.Join(t.TempDir(), "elsewhere")))
	f := &countFn{}
	f.StartBundle(t.Context(), nil, never, nil)
	require.ErrorIs(t, f.ProcessElement(t.Context(), work[0], nil, never, nil), os.ErrNotExist)
	require.ErrorIs(t, (&listFn{}).ProcessElement(t.Context(), d, nil, nil, never), os.ErrNotExist)
	require.ErrorIs(t, (&verifyFn{}).ProcessElement(t.Context(), d, nil, never), os.ErrNotExist)

	d, work, _ = dumpOf(t)
	stopped, stop := context.WithCancel(t.Context())
	stop()
	require.ErrorIs(t, f.ProcessElement(stopped, work[0], nil, never, nil), context.Canceled)
	require.ErrorIs(t, (&verifyFn{}).ProcessElement(stopped, d, nil, never), context.Canceled)
}

// TestSampleLevel: below what the rows need anyway, and none where few may be asked for.
func TestSampleLevel(t *testing.T) {
	sized := func(bytes int64) []Dump {
		return []Dump{{File: files.Version{Size: bytes / 2}}, {File: files.Version{Size: bytes / 2}}}
	}
	for bytes, want := range map[int64]uint8{0: 0, 100 << 20: 0, 128 << 20: 1, 1 << 30: 4, 2_000 << 30: 14} {
		require.Equal(t, want, SampleLevel(sized(bytes), Choice{}), "%d bytes", bytes)
		require.Zero(t, SampleLevel(sized(bytes), Choice{From: "2025-07-01"}))
		require.Zero(t, SampleLevel(sized(bytes), Choice{Platforms: []string{"X"}}))
	}
}

// TestManyRejects: the list of a piece has an end, which it tells.
func TestManyRejects(t *testing.T) {
	l := &shortList{}
	row := bytes.Repeat([]byte("x"), maxList/4-1)
	for range 5 {
		n, err := l.Write(append(row, '\n'))
		require.NoError(t, err)
		require.Equal(t, maxList/4, n)
	}
	text := l.text(sor.Piece{Dump: "day.zip", Entry: "00001.csv.zip"})
	require.Greater(t, len(text), maxList)
	require.True(t, bytes.HasSuffix(text, []byte("\nday.zip/00001.csv.zip,,,more rows were rejected than are listed here,\n")))
}
