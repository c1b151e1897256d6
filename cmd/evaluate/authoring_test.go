package main

import (
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/golden"
)

// step of the walk: a file with its name, or commands with what they print.
var step = regexp.MustCompile("(?ms)^```(\\w+)(?: (\\S+))?\n(.*?)^```$")

// wrongFrom is where the walk shows what goes wrong; before it nothing may.
const wrongFrom = "### When something is wrong\n"

// TestAuthoring follows docs/authoring.md from an empty directory: it writes the
// files that have a name, runs the commands and compares what they print.
func TestAuthoring(t *testing.T) {
	oneAfterTheOther(t)
	t.Parallel()
	const page = "../../docs/authoring.md"
	content, err := os.ReadFile(page)
	require.NoError(t, err)
	walk, rest, found := strings.Cut(string(content), "## Where the files lie\n")
	require.True(t, found)
	dir := t.TempDir()
	files, commands := 0, 0
	walk, wrong, found := strings.Cut(walk, wrongFrom)
	require.True(t, found)
	codes := []int{exitOK, exitBreach}
	follow := func(part string) string {
		return step.ReplaceAllStringFunc(part, func(block string) string {
			parts := step.FindStringSubmatch(block)
			language, name, text := parts[1], parts[2], parts[3]
			switch {
			case name != "":
				files++
				file := filepath.Join(dir, filepath.FromSlash(name))
				require.NoError(t, os.MkdirAll(filepath.Dir(file), 0o755))
				require.NoError(t, os.WriteFile(file, []byte(text), 0o644))
			case language == "console":
				var shown strings.Builder
				for line := range strings.Lines(text) {
					command, isCommand := strings.CutPrefix(line, "$ ")
					if !isCommand {
						continue
					}
					commands++
					code, out := shell(t, dir, command)
					require.Contains(t, codes, code, "%s\n%s", command, out)
					shown.WriteString(line + out)
				}
				return "```console\n" + shown.String() + "```"
			}
			return block
		})
	}
	real := follow(walk) + wrongFrom
	codes = []int{exitOK, exitBreach, exitDefect}
	real += follow(wrong)
	require.Greater(t, files, 5)
	require.Greater(t, commands, 5)
	golden.Equal(t, page, real+"## Where the files lie\n"+rest)
}
