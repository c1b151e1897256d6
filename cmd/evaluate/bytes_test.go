package main

import (
	"encoding/json"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

// TestSameBytes runs the same facts under other processors, zones, languages, homes and
// numbers of workers: every format has the same bytes.
func TestSameBytes(t *testing.T) {
	t.Parallel()
	facts, err := filepath.Abs("../../fixtures/cases/instagram-2023-06/facts.yaml")
	require.NoError(t, err)
	second, err := filepath.Abs("../../fixtures/cases/x-2025-12-decision/facts.yaml")
	require.NoError(t, err)
	written := func(jobs string, env ...string) map[string]string {
		dir := t.TempDir()
		args := []string{facts, second, "--as-of", "2025-12-05", "--fail-on", "never", "--jobs", jobs}
		for _, format := range judgedFormats() {
			args = append(args, "-o", format+"="+format)
		}
		cmd := exec.CommandContext(t.Context(), "evaluate", args...)
		cmd.Dir = dir
		cmd.Env = append(os.Environ(), env...)
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, string(out))
		files := map[string]string{}
		for _, format := range judgedFormats() {
			content, err := os.ReadFile(filepath.Join(dir, format))
			require.NoError(t, err)
			files[format] = string(content)
		}
		return files
	}
	want := written("1", "GOMAXPROCS=1")
	for _, c := range [][]string{
		{"8", "GOMAXPROCS=8"},
		{"2", "TZ=Asia/Tokyo", "LANG=tr_TR.UTF-8", "LC_ALL=tr_TR.UTF-8"},
		{"3", "HOME=/nowhere", "USER=nobody", "XDG_CONFIG_HOME=/nowhere", "GOGC=20", "COLUMNS=40", "TERM=xterm-256color"},
	} {
		for format, have := range written(c[0], c[1:]...) {
			require.True(t, want[format] == have, "%s is other with %v", format, c)
		}
	}
}

// TestOrderOfKeys judges facts whose keys stand in another order: all but places and
// digests is the same.
func TestOrderOfKeys(t *testing.T) {
	oneAfterTheOther(t)
	t.Parallel()
	content, err := os.ReadFile("../../fixtures/cases/instagram-2023-06/facts.yaml")
	require.NoError(t, err)
	var facts any
	require.NoError(t, yaml.Unmarshal(content, &facts))
	dir := t.TempDir()
	var want string
	for seed := range uint64(4) {
		name := filepath.Join(dir, "facts.json")
		require.NoError(t, os.WriteFile(name, []byte(shuffled(facts, rand.New(rand.NewPCG(seed, 1)))), 0o600))
		out, err := exec.CommandContext(t.Context(), "evaluate", name, "--as-of", "2023-09-01", "--fail-on", "never", "-o", "json").Output()
		require.NoError(t, err)
		var r any
		require.NoError(t, json.Unmarshal(out, &r))
		have, err := json.Marshal(withoutPlaces(r))
		require.NoError(t, err)
		if seed == 0 {
			want = string(have)
		}
		require.True(t, want == string(have), "seed %d", seed)
	}
	require.Contains(t, want, `"breach"`)
}

// shuffled writes a value as JSON in one line, with the keys in any order.
func shuffled(value any, random *rand.Rand) string {
	switch value := value.(type) {
	case map[string]any:
		var members []string
		for key, member := range value {
			name, _ := json.Marshal(key) // a text
			members = append(members, string(name)+":"+shuffled(member, random))
		}
		random.Shuffle(len(members), func(i, j int) { members[i], members[j] = members[j], members[i] })
		return "{" + strings.Join(members, ",") + "}"
	case []any:
		elements := make([]string, len(value))
		for i, element := range value {
			elements[i] = shuffled(element, random)
		}
		return "[" + strings.Join(elements, ",") + "]"
	case time.Time: // a day of YAML
		return `"` + value.Format(time.DateOnly) + `"`
	}
	content, err := json.Marshal(value)
	if err != nil {
		panic(err) // plain values of YAML
	}
	return string(content)
}

// withoutPlaces takes out where facts stand, and digests.
func withoutPlaces(value any) any {
	switch value := value.(type) {
	case map[string]any:
		for _, name := range []string{"line", "column", "excerpt", "sha256"} {
			delete(value, name)
		}
		for name, member := range value {
			value[name] = withoutPlaces(member)
		}
	case []any:
		for i, element := range value {
			value[i] = withoutPlaces(element)
		}
	}
	return value
}
