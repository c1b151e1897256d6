//go:build unix

package main

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/writing"
)

// payloads are what fact files have tried, some at a time.
var payloads = map[string]string{
	"terminal":  "::error file=x::owned\x1b[31mred\x07 invoice\u202elmth.exe \u2066b\u2069 \u009b31m",
	"lines":     "   ::warning::b\n::add-mask::b\r::error::b\u2028::error::b\u0085::error::b",
	"old words": "##[error]owned",
}

// hidden is what no line shows.
func hidden(c rune) bool { return c != '\n' && writing.Hidden(c) }

// TestPayloadsInCommands runs the catalogue through every command that speaks to people
// about facts: as the name of the service, of the file, of a source, of a key that does not
// exist, and as an answer.
func TestPayloadsInCommands(t *testing.T) {
	t.Parallel()
	for name, payload := range payloads {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			dir := filepath.Join(t.TempDir(), payload)
			require.NoError(t, os.Mkdir(dir, 0o755))
			good, bad := filepath.Join(dir, payload+".facts.json"), filepath.Join(dir, "wrong.json")
			writePayload(t, good, payload)
			writeJSON(t, bad, map[string]any{"service": map[string]any{payload: payload}})
			saved := filepath.Join(dir, "saved.json")
			judge(t, "", good, "-o", "json="+saved)
			for _, args := range [][]string{
				{good},
				{good, "--all"},
				{"ask", good},
				{"ask", good, "--interactive"},
				{"explain", "dsa.art16.1", good},
				{"explain", "16", good},
				{"calendar", good, "--long"},
				{"diff", good, saved},
				{"fine", good, "--explain"},
				{"validate", good},
				{"validate", bad},
				{"facts", good},
				{bad, "--keep-going"},
				{bad, good, "--keep-going"},
				{filepath.Join(dir, "nowhere"+payload)},
				{"render", saved, "-o", "text"},
				{"render", bad},
			} {
				stdout, stderr := judge(t, "why\n"+payload+"\nyes; "+payload+"; 2026-01-01\nquit\n", args...)
				require.NotEmpty(t, stdout+stderr)
				for _, said := range []string{stdout, stderr} {
					require.Equal(t, -1, strings.IndexFunc(said, hidden), "%s: %q", args, said)
					require.NotRegexp(t, `(?m)^[ \t]*::`, said, "%s", args)
					require.NotContains(t, said, "##[", "%s", args)
				}
			}
		})
	}
}

// TestPayloadsInTerminal shows the same facts to somebody who answers at a terminal.
func TestPayloadsInTerminal(t *testing.T) {
	t.Parallel()
	for name, payload := range payloads {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			file := filepath.Join(t.TempDir(), payload+".facts.json")
			writePayload(t, file, payload)
			shown := atTerminal(t, []string{"why", "?", "back"}, "ask", file)
			require.Regexp(t, `owned|add-mask`, shown, "the file is named")
			shown = strings.ReplaceAll(shown, "\r\n", "\n")
			require.Equal(t, -1, strings.IndexFunc(shown, hidden), "%q", shown)
			require.NotRegexp(t, `(?m)^[ \t]*::`, shown)
			require.NotContains(t, shown, "##[")
		})
	}
}

// writePayload writes facts that name a payload wherever they can.
func writePayload(t *testing.T, name, payload string) {
	t.Helper()
	writeJSON(t, name, map[string]any{
		"assessment": map[string]any{"date": "2026-11-01"},
		"service": map[string]any{
			"name": payload, "provider": payload, "categories": []string{"hosting"}, "offers_services_in_eu": true,
			"enterprise_size": "large", "size_status_lost": false, "designation_status": "none",
		},
		"reporting_pipeline": map[string]any{"notice_mechanism_exists": false},
		"sources":            map[string]any{"s": map[string]any{"title": payload}},
		"provenance":         map[string]any{"/reporting_pipeline/notice_mechanism_exists": []string{"s"}},
	})
}

// judge runs the command as main does, without its exit.
func judge(t *testing.T, stdin string, args ...string) (stdout, stderr string) {
	t.Helper()
	var out, complaints bytes.Buffer
	root := newRoot()
	root.SetArgs(args)
	root.SetIn(strings.NewReader(stdin))
	root.SetOut(&out)
	root.SetErr(&complaints)
	exitCode(root.ExecuteContext(t.Context()), &complaints)
	return out.String(), complaints.String()
}

func writeJSON(t *testing.T, name string, value any) {
	t.Helper()
	content, err := json.Marshal(value)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(name, content, 0o600))
}
