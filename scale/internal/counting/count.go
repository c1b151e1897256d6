package counting

import (
	"context"
	"math"
	"runtime"
	"runtime/debug"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"

	"github.com/dsaeval/dsaeval/records/sor"
	"github.com/dsaeval/dsaeval/scale/internal/files"
)

// Counters tell how far a run is. Most runners show attempts, those of bundles that
// were done again too: they are for watching, and no result depends on them.
var (
	piecesCounted = beam.NewCounter(Namespace, "pieces")
	rowsRead      = beam.NewCounter(Namespace, "rows")
	rowsRejected  = beam.NewCounter(Namespace, "rejected")
	bytesRead     = beam.NewCounter(Namespace, "bytes")
	piecesDamaged = beam.NewCounter(Namespace, "damaged")
)

// Namespace is that of the counters.
const Namespace = "statements_of_reasons"

// turns are as many pieces as a process counts at a time, whatever number of bundles
// the runner gives it.
var turns = make(chan struct{}, runtime.GOMAXPROCS(0))

// countFn counts pieces and keeps, until the bundle ends, one aggregate per dump.
type countFn struct {
	Choice Choice

	held map[string]Counted
}

// Setup keeps the garbage collector from letting what is no longer in use double what
// is. GOMEMLIMIT may ask for something else.
func (f *countFn) Setup() {
	if debug.SetMemoryLimit(-1) == math.MaxInt64 {
		debug.SetMemoryLimit(memoryForAll + int64(runtime.GOMAXPROCS(0))*memoryForOne)
	}
}

// What a worker needs by itself, and for each piece that it counts at a time.
const (
	memoryForAll = 192 << 20
	memoryForOne = 64 << 20
)

// StartBundle forgets what a bundle held that did not come to its end.
func (f *countFn) StartBundle(context.Context, func(string, Counted), func(string, Damage), func(Rejected)) {
	f.held = map[string]Counted{}
}

// ProcessElement counts one piece.
func (f *countFn) ProcessElement(ctx context.Context, w Work, _ func(string, Counted), damaged func(string, Damage), rejected func(Rejected)) error {
	select {
	case turns <- struct{}{}:
		defer func() { <-turns }()
	case <-ctx.Done():
		return ctx.Err()
	}
	r, err := files.OpenAt(ctx, w.Dump.File, countBlock)
	if err != nil {
		return err
	}
	defer r.Close()
	options := f.Choice.options()
	rejects := &shortList{}
	options.Rejects, options.Progress = rejects, &sor.Progress{}
	total, file, err := sor.CountPiece(ctx, w.Piece, r, options)
	bytesRead.Inc(ctx, options.Progress.Bytes.Load())
	if err != nil {
		if !sor.Damages(err) {
			return err
		}
		piecesDamaged.Inc(ctx, 1)
		damaged(w.Dump.File.Name, Damage{w.Dump.Index, w.Piece.Number, w.Dump.File.Name, w.Piece.Entry, err.Error()})
		return nil
	}
	piecesCounted.Inc(ctx, 1)
	rowsRead.Inc(ctx, file.Rows)
	rowsRejected.Inc(ctx, file.Rejected)
	if file.Rejected > 0 {
		rejected(Rejected{w.Dump.Index, w.Piece.Number, rejects.text(w.Piece)})
	}
	counted := newCounted(total, file)
	if held, ok := f.held[w.Dump.File.Name]; ok {
		return held.merge(counted)
	}
	f.held[w.Dump.File.Name] = counted
	return nil
}

// FinishBundle hands over what was counted.
func (f *countFn) FinishBundle(_ context.Context, counted func(string, Counted), _ func(string, Damage), _ func(Rejected)) {
	for dump, c := range f.held {
		counted(dump, c)
	}
	f.held = nil
}
