package crash_test

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/crash"
	"github.com/dsaeval/dsaeval/internal/document"
)

func TestGuard(t *testing.T) {
	t.Parallel()
	require.NoError(t, crash.Guard(func() error { return nil }))
	wrong := errors.New("wrong")
	require.Equal(t, wrong, crash.Guard(func() error { return wrong }))

	err := crash.Guard(func() error { return []error{}[len("x")] })
	var crashed *crash.Error
	require.ErrorAs(t, err, &crashed)
	require.ErrorContains(t, err, "the program failed: runtime error: index out of range")
	require.Contains(t, string(crashed.Stack), "TestGuard")
	require.Equal(t, document.Defect, document.ClassOf(err))
}
