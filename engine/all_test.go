package engine_test

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"testing"
	"testing/synctest"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine"
	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/report"
)

// named are documents that are called 0, 1, 2 …, and how many of them were read.
func named(t testing.TB, e *engine.Engine, n int, read *int) iter.Seq2[*facts.Facts, error] {
	t.Helper()
	base := document(t, e, exampleFacts)
	return func(yield func(*facts.Facts, error) bool) {
		for i := range n {
			f, err := base.With("/service/name", fmt.Sprint(i))
			*read++
			if !yield(f, err) {
				return
			}
		}
	}
}

// TestEvaluateAll shows that reports come in the order of the documents and are
// those of each document alone.
func TestEvaluateAll(t *testing.T) {
	t.Parallel()
	e := newEngine(t, engine.WithOnly("16(6)"))
	read, i := 0, 0
	for r, err := range e.EvaluateAll(t.Context(), named(t, e, 20, &read), engine.WithWorkers(3)) {
		require.NoError(t, err)
		require.Equal(t, fmt.Sprint(i), r.Service.Name)
		require.LessOrEqual(t, read-i, 2*3, "no more documents are read than are held")
		i++
	}
	require.Equal(t, 20, i)
	alone, err := e.Evaluate(t.Context(), document(t, e, exampleFacts))
	require.NoError(t, err)
	for r, err := range e.EvaluateAll(t.Context(), one(document(t, e, exampleFacts), nil)) {
		require.NoError(t, err)
		require.Equal(t, alone, r)
	}
}

func one(f *facts.Facts, err error) iter.Seq2[*facts.Facts, error] {
	return func(yield func(*facts.Facts, error) bool) { yield(f, err) }
}

// TestEvaluateAllGoesOn shows that one bad document does not stop the rest.
func TestEvaluateAllGoesOn(t *testing.T) {
	t.Parallel()
	e := newEngine(t, engine.WithOnly("16(6)"))
	good, undated := document(t, e, exampleFacts), document(t, e, "service: {name: Example}")
	broken := errors.New("line 3 is cut off")
	documents := func(yield func(*facts.Facts, error) bool) {
		_ = yield(good, nil) && yield(undated, nil) && yield(nil, broken) && yield(nil, nil) && yield(good, nil)
	}
	var errs []error
	for r, err := range e.EvaluateAll(t.Context(), documents) {
		require.Equal(t, err == nil, r != nil)
		errs = append(errs, err)
	}
	require.Len(t, errs, 5)
	require.NoError(t, errs[0])
	require.ErrorContains(t, errs[1], "no assessment date")
	require.ErrorIs(t, errs[2], broken)
	require.ErrorIs(t, errs[3], facts.ErrNoFacts)
	require.NoError(t, errs[4])
}

// TestEvaluateAllEnds shows that nothing goes on when the caller stops or the
// context is done.
func TestEvaluateAllEnds(t *testing.T) {
	t.Parallel()
	e := newEngine(t, engine.WithOnly("16(6)"))
	// A bubble waits for every goroutine that was begun in it, and fails for one that
	// never ends.
	synctest.Test(t, func(t *testing.T) {
		read := 0
		for _, err := range e.EvaluateAll(t.Context(), named(t, e, 1000, &read), engine.WithWorkers(4)) {
			require.NoError(t, err)
			break
		}
		require.LessOrEqual(t, read, 2*4)
	})
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		defer cancel()
		var last error
		read, seen := 0, 0
		for _, err := range e.EvaluateAll(ctx, named(t, e, 1000, &read), engine.WithWorkers(4)) {
			seen++
			if last = err; seen == 3 {
				cancel()
			}
		}
		require.ErrorIs(t, last, context.Canceled)
		require.Equal(t, 4, seen, "the error of the context comes once, and last")
	})
}

// TestEvaluateAllRefuses shows that a call in which nothing can be judged says so once.
func TestEvaluateAllRefuses(t *testing.T) {
	t.Parallel()
	e := newEngine(t, engine.WithOnly("16(6)"))
	f := document(t, e, exampleFacts)
	var none context.Context
	for want, reports := range map[string]iter.Seq2[*report.Report, error]{
		"at least 1 is needed":             e.EvaluateAll(t.Context(), one(f, nil), engine.WithWorkers(0)),
		"is no level of detail":            e.EvaluateAll(t.Context(), one(f, nil), engine.WithDetail("all")),
		"the sequence of documents is nil": e.EvaluateAll(t.Context(), nil),
		"the context is nil":               e.EvaluateAll(none, one(f, nil)),
		"no engine":                        (*engine.Engine)(nil).EvaluateAll(t.Context(), one(f, nil)),
	} {
		var errs []error
		for r, err := range reports {
			require.Nil(t, r)
			errs = append(errs, err)
		}
		require.Len(t, errs, 1, want)
		require.ErrorContains(t, errs[0], want)
	}
	require.Empty(t, slices.Collect(func(yield func(error) bool) {
		for _, err := range e.EvaluateAll(t.Context(), func(func(*facts.Facts, error) bool) {}) {
			yield(err)
		}
	}), "no documents, no reports")
}
