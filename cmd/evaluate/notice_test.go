package main

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/dsaeval/dsaeval/internal/golden"
)

//go:generate go test -run TestNotice . -update

// licences are those that modules have, each with words that stand in its text alone.
var licences = []struct{ name, words string }{
	{"Apache-2.0", `Apache License,?\s+Version 2\.0`},
	{"BSD-3-Clause", `(?i)neither the name of`},
	{"MIT", `(?i)permission is hereby granted, free of charge`},
}

var (
	licenceFile = regexp.MustCompile(`(?i)^(licen[cs]e|copying)([-.].*)?$`)
	// unwanted are licences whose terms a binary without its sources could not keep.
	unwanted      = regexp.MustCompile(`(?i)(general|mozilla|eclipse|server side) public licen[cs]e|business source licen[cs]e`)
	copyrightLine = regexp.MustCompile(`(?im)^ *(copyright (?:\(c\) ?|© ?)?\d{4}[^\r\n]*)`)
)

// TestNotice requires that NOTICE names every module that is linked into the
// command, with its licence and its copyright, as its own files state them. There
// are no versions in it: go.mod has them, and NOTICE would change with each.
//
// The modules are asked for of go list, whose answer a cached result cannot miss:
// this test is linked with them, so that it runs again when one changes.
func TestNotice(t *testing.T) {
	t.Parallel()
	const file = "../../NOTICE"
	content, err := os.ReadFile(file)
	require.NoError(t, err)
	// What stands above the first module is written by hand.
	head, _, found := strings.Cut(string(content), "\n## ")
	require.True(t, found)
	var want strings.Builder
	want.WriteString(strings.TrimRight(head, "\n") + "\n")
	for _, m := range linkedModules(t) {
		fmt.Fprintf(&want, "\n## %s\n\n%s", m.path, terms(t, m))
	}
	golden.Equal(t, file, want.String())
}

type linked struct{ path, dir string }

// linkedModules returns the modules of the packages behind the command, the
// standard library first.
func linkedModules(t *testing.T) []linked {
	t.Helper()
	// For one system, so that NOTICE is the same wherever it is written.
	cmd := exec.CommandContext(t.Context(), "go", "list", "-deps", "-f", "{{with .Module}}{{if not .Main}}{{.Path}} {{.Dir}}{{end}}{{end}}", ".")
	cmd.Env = append(os.Environ(), "GOOS=linux", "GOARCH=amd64")
	out, err := cmd.Output()
	require.NoError(t, err)
	lines := slices.Compact(slices.Sorted(strings.Lines(string(out))))
	list := []linked{{"the Go standard library", goRoot(t)}}
	for _, line := range lines {
		if path, dir, ok := strings.Cut(strings.TrimSpace(line), " "); ok {
			list = append(list, linked{path, dir})
		}
	}
	require.Greater(t, len(list), 20)
	return list
}

func goRoot(t *testing.T) string {
	t.Helper()
	out, err := exec.CommandContext(t.Context(), "go", "env", "GOROOT").Output()
	require.NoError(t, err)
	return string(bytes.TrimSpace(out))
}

// terms returns the licence of a module, its copyright lines and the notice that
// it asks to be kept.
func terms(t *testing.T, m linked) string {
	t.Helper()
	var names, owners []string
	notice := ""
	entries, err := os.ReadDir(m.dir)
	require.NoError(t, err)
	for _, entry := range entries {
		if entry.IsDir() {
			continue
		}
		content, err := os.ReadFile(filepath.Join(m.dir, entry.Name()))
		require.NoError(t, err)
		switch {
		case licenceFile.MatchString(entry.Name()):
			for _, l := range licences {
				if regexp.MustCompile(l.words).Match(content) {
					names = append(names, l.name)
				}
			}
			require.False(t, unwanted.Match(content), "%s: %s has terms that are not on the list", m.path, entry.Name())
			for _, line := range copyrightLine.FindAllSubmatch(content, -1) {
				owners = append(owners, strings.TrimSpace(string(line[1])))
			}
		case entry.Name() == "NOTICE" || entry.Name() == "NOTICE.txt":
			notice = strings.TrimSpace(string(content))
		}
	}
	require.NotEmpty(t, names, "%s: no licence that is known here; read it and add it", m.path)
	slices.Sort(names)
	text := "Licence: " + strings.Join(slices.Compact(names), ", ") + "\n"
	for i, owner := range owners {
		if !slices.Contains(owners[:i], owner) {
			text += owner + "\n"
		}
	}
	if len(owners) == 0 {
		text += "Its licence names no owner; see its authors at https://pkg.go.dev/" + m.path + "\n"
	}
	if notice != "" {
		text += "\n    " + strings.ReplaceAll(notice, "\n", "\n    ") + "\n"
		text = strings.ReplaceAll(text, "    \n", "\n")
	}
	return text
}
