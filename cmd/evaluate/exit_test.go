package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/internal/crash"
	"github.com/dsaeval/dsaeval/internal/saved"
	"github.com/dsaeval/dsaeval/records/sor"
)

// The code follows from the class of an error, however deep it is wrapped.
func TestExitCode(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		err    error
		want   int
		stderr string
	}{
		{nil, 0, ""},
		{errBreach, 1, ""},
		{errUndetermined, 3, ""},
		{errors.New("no such flag"), 2, "error: no such flag\n"},
		{facts.Problems{{Message: "wrong"}}, 2, "wrong\n"},
		{fmt.Errorf("a.yaml: %w", policy.Defects{{Message: "wrong"}}), 4, "the policies are not sound:\na.yaml: wrong\n"},
		{facts.Problems{{Message: "no report", Cause: saved.ErrNoReport}}, 2, "no report\n    hint: give a report that was written with evaluate FACTS --output json=report.json\n"},
		{fmt.Errorf("day.zip: %w", facts.Problem{Message: "too many", Hint: "fewer", Cause: sor.ErrTooMany}), 2, "error: day.zip: too many\n    hint: " + hintOf(sor.ErrTooMany) + "\n"},
		{fmt.Errorf("day.zip: %w", context.Canceled), 2, "error: interrupted; nothing was reported\n"},
		{contradictions{"a.yaml: other"}, 4, "defect: what the program answers is not what OPA does:\na.yaml: other\n"},
		{fmt.Errorf("a.yaml: %w", policy.ErrNoDate), 2, "error: a.yaml: " + policy.ErrNoDate.Error() + "\n    hint: --as-of YYYY-MM-DD\n"},
	} {
		var stderr bytes.Buffer
		require.Equal(t, test.want, exitCode(test.err, &stderr), "%v", test.err)
		require.Equal(t, test.stderr, stderr.String())
	}
}

// A panic is a defect of the program, and is told as one.
func TestPanic(t *testing.T) {
	for _, trace := range []string{"", "1"} {
		t.Setenv(traceVariable, trace)
		var stderr bytes.Buffer
		code := exitCode(crash.Guard(func() error {
			return []error{nil}[len(trace)+1]
		}), &stderr)
		require.Equal(t, exitDefect, code)
		require.Contains(t, stderr.String(), "defect: the program failed: runtime error: index out of range")
		require.Contains(t, stderr.String(), "report it at https://github.com/dsaeval/dsaeval/issues")
		require.Equal(t, trace != "", bytes.Contains(stderr.Bytes(), []byte("TestPanic")), "the stack is shown where it is asked for")
	}
}
