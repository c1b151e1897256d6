package render_test

import (
	"bytes"
	"encoding/json"
	"io"
	"regexp"
	"testing"

	"github.com/stretchr/testify/require"
)

func bytesReader(content []byte) io.Reader { return bytes.NewReader(content) }

// TestOSCALSchema validates against the schema of NIST.
func TestOSCALSchema(t *testing.T) {
	t.Parallel()
	schema := schemaOf(t, "oscal_complete_schema-1-1-3.json")
	require.Error(t, schema.Validate(map[string]any{"assessment-results": map[string]any{}}), "the schema demands something")
	for _, words := range []string{"Example", hostile, "", " "} {
		var document any
		require.NoError(t, json.Unmarshal([]byte(written(t, "oscal", sample(words), sample("Other"))), &document))
		require.NoError(t, schema.Validate(document))
	}
}

// TestOSCALReferences shows that every identifier is there once and that every
// reference has its target.
func TestOSCALReferences(t *testing.T) {
	t.Parallel()
	have := written(t, "oscal", sample("Example"), sample("Other"))
	seen := map[string]bool{}
	for _, match := range regexp.MustCompile(`"uuid": "([^"]+)"`).FindAllStringSubmatch(have, -1) {
		require.False(t, seen[match[1]], match[1])
		seen[match[1]] = true
	}
	for _, match := range regexp.MustCompile(`"(?:href": "#|observation-uuid": "|risk-uuid": ")([^"]+)"`).FindAllStringSubmatch(have, -1) {
		require.True(t, seen[match[1]], match[0])
	}
}

// TestOSCALUndetermined shows that OSCAL's two states are given only where
// there is a verdict.
func TestOSCALUndetermined(t *testing.T) {
	t.Parallel()
	var document struct {
		Results struct {
			Results []struct {
				Findings []struct {
					Target struct{ Status struct{ State string } }
				}
				Observations []struct{ Title string }
			}
		} `json:"assessment-results"`
	}
	require.NoError(t, json.Unmarshal([]byte(written(t, "oscal", sample("Example"))), &document))
	states := map[string]int{}
	for _, finding := range document.Results.Results[0].Findings {
		states[finding.Target.Status.State]++
	}
	require.Equal(t, map[string]int{"satisfied": 2, "not-satisfied": 4}, states)
	observations := document.Results.Results[0].Observations
	require.Contains(t, observations, struct{ Title string }{"Undetermined: Art. 17(1) Reasons are stated"})
}
