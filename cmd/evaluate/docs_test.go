package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/txtar"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

var fenced = regexp.MustCompile("(?ms)^```(\\w+)\n(.*?)^```$")

// blocks returns the blocks of a page that are in a language.
func blocks(t *testing.T, page, language string) []string {
	t.Helper()
	content, err := os.ReadFile(page)
	require.NoError(t, err)
	var list []string
	for _, block := range fenced.FindAllStringSubmatch(string(content), -1) {
		if block[1] == language {
			list = append(list, block[2])
		}
	}
	require.NotEmpty(t, list, page)
	return list
}

// shell runs a script as CI does, with the command in PATH, in a directory that
// has the fixtures, and returns the exit code and what it printed.
func shell(t *testing.T, dir, script string, env ...string) (int, string) {
	t.Helper()
	cmd := exec.CommandContext(t.Context(), "bash", "-eu", "-o", "pipefail", "-c", script)
	cmd.Dir = dir
	// TestMain has put the command into PATH.
	cmd.Env = append([]string{"PATH=" + os.Getenv("PATH"), "HOME=" + dir, "LC_ALL=C.UTF-8"}, env...)
	out, err := cmd.CombinedOutput()
	if err != nil {
		require.ErrorAs(t, err, new(*exec.ExitError), string(out))
	}
	return cmd.ProcessState.ExitCode(), string(out)
}

func withFixtures(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	fixtures, err := filepath.Abs("../../fixtures")
	require.NoError(t, err)
	require.NoError(t, os.Symlink(fixtures, filepath.Join(dir, "fixtures")))
	return dir
}

// withReport puts the transparency report of a script into a directory, as report/.
func withReport(t *testing.T, dir string) string {
	t.Helper()
	script, err := txtar.ParseFile("testdata/script/import_transparency_report.txtar")
	require.NoError(t, err)
	for _, file := range script.Files {
		if !strings.HasPrefix(file.Name, "report/") {
			continue
		}
		name := filepath.Join(dir, filepath.FromSlash(file.Name))
		require.NoError(t, os.MkdirAll(filepath.Dir(name), 0o755))
		require.NoError(t, os.WriteFile(name, file.Data, 0o644))
	}
	return dir
}

// TestShellOfDocs runs the shell blocks of the pages as they stand there.
func TestShellOfDocs(t *testing.T) {
	oneAfterTheOther(t)
	t.Parallel()
	for _, name := range []string{"ci", "gate", "calendar", "verify", "diff", "import"} {
		page := "../../docs/" + name + ".md"
		for _, script := range blocks(t, page, "sh") {
			t.Run(filepath.Base(page)+"/"+strings.TrimSpace(strings.SplitN(script, "\n", 2)[0]), func(t *testing.T) {
				t.Parallel()
				code, out := shell(t, withReport(t, withFixtures(t)), script)
				require.Zero(t, code, out)
			})
		}
	}
}

// TestYAMLOfDocs checks that the YAML blocks can be read, and those that are
// ours used.
func TestYAMLOfDocs(t *testing.T) {
	t.Parallel()
	for _, page := range []string{"../../docs/ci.md", "../../docs/gate.md"} {
		for _, block := range blocks(t, page, "yaml") {
			var content map[string]any
			require.NoError(t, yaml.Unmarshal([]byte(block), &content), block)
			file := filepath.Join(t.TempDir(), "file.yaml")
			require.NoError(t, os.WriteFile(file, []byte(block), 0o644))
			if _, ours := content["waivers"]; !ours {
				continue
			}
			flag := "--config"
			if _, config := content["facts"]; !config {
				flag = "--waivers"
			}
			code, out := shell(t, withFixtures(t), "evaluate nothing.yaml "+flag+" "+file)
			require.Equal(t, exitUsage, code)
			// Files that the block names are not there; its own form must be right.
			require.NotRegexp(t, `file\.yaml:\d+:\d+: [^-]`, out)
		}
	}
}

// TestAction runs the last step of action.yml as a runner does.
func TestAction(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("../../action.yml")
	require.NoError(t, err)
	var action struct {
		Inputs map[string]struct{ Default string }
		Runs   struct {
			Steps []struct {
				Uses, Run string
				Env       map[string]string
			}
		}
	}
	require.NoError(t, yaml.Unmarshal(content, &action))
	steps := action.Runs.Steps
	for _, step := range steps {
		// An expression in a script would be a way to run commands.
		require.NotContains(t, step.Run, "${{")
	}
	last := steps[len(steps)-1]
	for _, c := range []struct {
		note   string
		inputs map[string]string
		code   int
		want   string
	}{
		{"nothing fails", map[string]string{"facts": "fixtures/cases/instagram-2023-06/facts.yaml"}, exitOK, "::notice file="},
		{"an expression", map[string]string{"facts": "fixtures/cases/instagram-2023-06/facts.yaml", "fail-on": "undetermined > 1"}, exitBreach, "undetermined"},
		{"further flags", map[string]string{"facts": "fixtures/cases/instagram-2023-06/facts.yaml", "args": "--as-of 2023-09-01 --only 16"}, exitBreach, "::error file="},
		{"names that would be commands", map[string]string{"facts": "$(touch owned);touch owned *"}, exitUsage, "no file and no command"},
		{"no facts", nil, exitUsage, "no facts given"},
	} {
		dir := withFixtures(t)
		env := []string{
			"RUNNER_TEMP=" + dir, "GITHUB_OUTPUT=" + filepath.Join(dir, "output"), "GITHUB_STEP_SUMMARY=" + filepath.Join(dir, "summary"),
		}
		for name, expression := range last.Env {
			input := strings.TrimSuffix(strings.TrimPrefix(expression, "${{ inputs."), " }}")
			require.Contains(t, action.Inputs, input)
			value, set := c.inputs[input]
			if !set {
				value = action.Inputs[input].Default
			}
			env = append(env, name+"="+value)
		}
		code, out := shell(t, dir, last.Run, env...)
		require.Equal(t, c.code, code, "%s: %s", c.note, out)
		require.Contains(t, out, c.want, c.note)
		require.NoFileExists(t, filepath.Join(dir, "owned"))
		output, err := os.ReadFile(filepath.Join(dir, "output"))
		require.NoError(t, err)
		require.Equal(t, "exit-code="+string(rune('0'+c.code))+"\n", string(output), c.note)
		if c.code != exitUsage {
			require.FileExists(t, filepath.Join(dir, "summary"))
			require.FileExists(t, filepath.Join(dir, "dsaeval.sarif"))
		}
	}
}

// TestHooks runs the entries of the hooks for pre-commit on files that they match.
func TestHooks(t *testing.T) {
	oneAfterTheOther(t)
	t.Parallel()
	content, err := os.ReadFile("../../.pre-commit-hooks.yaml")
	require.NoError(t, err)
	var hooks []struct{ ID, Entry, Language, Files string }
	require.NoError(t, yaml.Unmarshal(content, &hooks))
	require.Len(t, hooks, 2)
	for _, hook := range hooks {
		pattern := regexp.MustCompile(hook.Files)
		for name, want := range map[string]bool{
			"facts.yaml": true, "a/b.facts.json": true, "facts.ndjson": true, "artefacts.yaml": false, "facts.txt": false, "a/facts/notes.yaml": false,
		} {
			require.Equal(t, want, pattern.MatchString(name), name)
			if strings.HasSuffix(name, "json") || strings.HasSuffix(name, "yaml") || strings.HasSuffix(name, "txt") {
				require.Equal(t, want, isFactFile(filepath.Base(name)), name)
			}
		}
		code, out := shell(t, withFixtures(t), hook.Entry+" fixtures/cases/instagram-2023-06/facts.yaml")
		require.Zero(t, code, out)
		// Both take the facts of own policies by the same configuration.
		dir := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(dir, "evaluate.yaml"), []byte("policies: [policies]\nonly: [house]\n"), 0o644))
		require.NoError(t, os.WriteFile(filepath.Join(dir, "facts.yaml"), []byte("assessment: {date: 2025-01-01}\nservice: {categories: [hosting], offers_services_in_eu: true}\nextensions: {house: {signed: true}}\n"), 0o644))
		code, out = shell(t, dir, "mkdir policies && evaluate new house.signed --dir policies && "+hook.Entry+" facts.yaml")
		require.Zero(t, code, out)
	}
}

// TestStatusInDocs judges by the provenance that docs/status.md shows: the page's
// sources and statuses are what a fact file may say.
func TestStatusInDocs(t *testing.T) {
	oneAfterTheOther(t)
	t.Parallel()
	dir := t.TempDir()
	for _, block := range blocks(t, "../../docs/status.md", "yaml") {
		facts := `assessment: {date: 2025-06-02}
service: {name: Example, categories: [hosting, online_platform]}
interface_design: {dark_patterns_confirmed_count: 1}
reporting_pipeline: {fault_fixed: false}
minors: {accessible_to_minors: true}
` + block
		require.NoError(t, os.WriteFile(filepath.Join(dir, "facts.yaml"), []byte(facts), 0o644))
		code, out := shell(t, dir, "evaluate validate facts.yaml")
		require.Zero(t, code, out)
		code, out = shell(t, dir, "evaluate facts.yaml --fail-on never -o json")
		require.Zero(t, code, out)
		for _, status := range []string{"preliminary", "alleged"} {
			require.Contains(t, out, `"`+status+`"`)
		}
	}
}
