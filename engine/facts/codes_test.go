package facts

import (
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// Greece is GR wherever a State stands, at its place, and shown so.
func TestGreeceIsRead(t *testing.T) {
	t.Parallel()
	content := `service:
  establishment_state: EL
  states_service_offered: [DE, EL]
  amar_by_member_state: {EL: 3, DE: 4}
  name: EL
sources: {a: {title: t}}
provenance:
  /service/amar_by_member_state/EL: [a]
  /service/name: [a]
`
	documents, err := realSchema(t).Load("f.yaml", []byte(content))
	require.NoError(t, err)
	f := documents[0]
	for pointer, want := range map[string]string{
		"/service/establishment_state":      "GR f.yaml:2:24",
		"/service/states_service_offered/1": "GR f.yaml:3:32",
		"/service/amar_by_member_state/GR":  "3 f.yaml:4:30",
		"/service/name":                     "EL f.yaml:5:9",
	} {
		n, ok := f.At(pointer)
		require.True(t, ok, pointer)
		require.Equal(t, want, n.Text+" "+n.Position.String())
	}
	_, ok := f.At("/service/amar_by_member_state/EL")
	require.False(t, ok)
	require.Equal(t, []string{"a"}, f.Sources("/service/amar_by_member_state/GR"))
}

func TestUnknownStates(t *testing.T) {
	t.Parallel()
	const state, member = "; expected a State as its ISO 3166-1 alpha-2 code, such as IE", "; expected a Member State of the Union as its ISO 3166-1 alpha-2 code, such as IE"
	for content, want := range map[string][]string{
		"establishment_state: UK":              {`service.establishment_state is "UK"` + state, "did you mean GB?"},
		"establishment_state: gr":              {`service.establishment_state is "gr"` + state, "did you mean GR?"},
		"establishment_state: el":              {`service.establishment_state is "el"` + state, "did you mean GR?"},
		"establishment_state: QQ":              {`service.establishment_state is "QQ"` + state, "did you mean"},
		"establishment_state: Germany":         {`service.establishment_state is "Germany"` + state},
		"states_service_offered: [DE, XX]":     {`service.states_service_offered[1] is "XX"` + state, "did you mean"},
		"states_service_offered: [GR, EL]":     {`service.states_service_offered holds "GR" twice`},
		"amar_by_member_state: {GB: 1}":        {`the key service.amar_by_member_state.GB is "GB"` + member, "hint: GB is a State, but not one of these"},
		"amar_by_member_state: {de: 1}":        {`the key service.amar_by_member_state.de is "de"` + member, "did you mean DE?"},
		"amar_by_member_state: {GR: 1, EL: 2}": {"service.amar_by_member_state.GR is given twice; first at line 1, column"},
		// Real States that are no members are judged.
		"establishment_state: GB":          nil,
		"establishment_state: US":          nil,
		"states_service_offered: [GB, NO]": nil,
	} {
		_, err := realSchema(t).Load("f.yaml", []byte("service: {"+content+"}"))
		if want == nil {
			require.NoError(t, err, content)
			continue
		}
		for _, part := range want {
			require.ErrorContains(t, err, part, content)
		}
		if len(want) == 1 {
			require.NotContains(t, err.Error(), "did you mean", content)
		}
	}
}

// The States are those of the list that comes with the time zones, where a system has it.
func TestStatesAreThoseOfTheStandard(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("/usr/share/zoneinfo/iso3166.tab")
	if err != nil {
		t.Skip("the system has no list of States")
	}
	var states []string
	for line := range strings.Lines(string(content)) {
		if code, _, found := strings.Cut(line, "\t"); found && !strings.HasPrefix(line, "#") {
			states = append(states, code)
		}
	}
	slices.Sort(states)
	known := slices.Clone(realSchema(t).states())
	slices.Sort(known)
	require.Equal(t, states, known)
}
