package gate

import (
	"encoding/json"
	"reflect"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/schemas"
)

// TestWaiverSchema holds the published schema against what is read: editors
// complete and check files of waivers with the one, the gate with the other.
func TestWaiverSchema(t *testing.T) {
	t.Parallel()
	bundle, err := schemas.Other("waivers")
	require.NoError(t, err)
	content, err := json.Marshal(bundle)
	require.NoError(t, err)
	var schema struct {
		Defs struct {
			Waiver struct {
				Required   []string
				Properties map[string]struct{ Type string }
			}
		} `json:"$defs"`
	}
	require.NoError(t, json.Unmarshal(content, &schema))
	types := map[string]string{}
	for name, property := range schema.Defs.Waiver.Properties {
		types[name] = property.Type
	}
	read := map[string]string{}
	written := reflect.TypeFor[writtenWaiver]()
	for i := range written.NumField() {
		field := written.Field(i)
		name := field.Tag.Get("yaml")
		if name == "" {
			name = strings.ToLower(field.Name)
		}
		read[name] = map[reflect.Kind]string{reflect.String: "string", reflect.Pointer: "integer"}[field.Type.Kind()]
	}
	require.Equal(t, types, read)
	require.ElementsMatch(t, schema.Defs.Waiver.Required, requiredOfWaiver)
}
