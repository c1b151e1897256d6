package document

import (
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

type defect struct{}

func (defect) Error() string { return "a defect" }
func (defect) Class() Class  { return Defect }

func TestClassOf(t *testing.T) {
	t.Parallel()
	require.Equal(t, Usage, ClassOf(nil))
	require.Equal(t, Usage, ClassOf(errors.New("what is known of nothing")))
	require.Equal(t, Invalid, ClassOf(fmt.Errorf("a.yaml: %w", Problems{{Message: "wrong"}})))
	require.Equal(t, Defect, ClassOf(fmt.Errorf("a.yaml: %w", defect{})))
}
