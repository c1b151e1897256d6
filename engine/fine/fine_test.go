package fine_test

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/engine/fine"
	"github.com/dsaeval/dsaeval/policies"
)

func TestShippedModels(t *testing.T) {
	t.Parallel()
	models, err := fine.LoadModels(policies.FS())
	require.NoError(t, err)
	require.Len(t, models, 2)
	t.Logf("%+v", models[0].Calibration)
}
