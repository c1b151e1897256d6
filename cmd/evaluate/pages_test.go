package main

import (
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

var (
	markdownLink = regexp.MustCompile(`\]\(([^)\s]+)\)|(?:src|srcset)="([^"]+)"`)
	codeBlock    = regexp.MustCompile("(?ms)^```.*?^```$|`[^`\n]*`")
)

// TestLinks requires that every link from a page to a file leads to one.
func TestLinks(t *testing.T) {
	t.Parallel()
	checked := 0
	require.NoError(t, fs.WalkDir(os.DirFS("../.."), ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (entry.Name() == "testdata" || entry.Name() == ".git") {
			return fs.SkipDir
		}
		if !strings.HasSuffix(path, ".md") {
			return nil
		}
		content, err := os.ReadFile(filepath.Join("../..", path))
		for _, link := range markdownLink.FindAllStringSubmatch(codeBlock.ReplaceAllString(string(content), ""), -1) {
			target, _, _ := strings.Cut(link[1]+link[2], "#")
			if target == "" || strings.Contains(target, "://") {
				continue
			}
			checked++
			require.FileExists(t, filepath.Join("../..", filepath.Dir(path), target), "%s links to it", path)
		}
		return err
	}))
	require.Greater(t, checked, 50)
}

// TestIssueForms checks what GitHub would only complain about when somebody wants to
// file an issue: forms have a name, a description and fields with distinct ids.
func TestIssueForms(t *testing.T) {
	t.Parallel()
	files, err := filepath.Glob("../../.github/ISSUE_TEMPLATE/*.yml")
	require.NoError(t, err)
	forms := 0
	for _, file := range files {
		if filepath.Base(file) == "config.yml" {
			continue
		}
		forms++
		content, err := os.ReadFile(file)
		require.NoError(t, err)
		var form struct {
			Name, Description string
			Body              []struct {
				Type, ID   string
				Attributes struct{ Label string }
			}
		}
		require.NoError(t, yaml.Unmarshal(content, &form), file)
		require.NotEmpty(t, form.Name, file)
		require.NotEmpty(t, form.Description, file)
		require.NotEmpty(t, form.Body, file)
		ids := map[string]bool{}
		for _, field := range form.Body {
			require.Contains(t, []string{"input", "textarea", "dropdown"}, field.Type, file)
			require.NotEmpty(t, field.Attributes.Label, file)
			require.False(t, field.ID == "" || ids[field.ID], "%s: id %q", file, field.ID)
			ids[field.ID] = true
		}
	}
	require.Equal(t, 3, forms)
}

// TestWorkflow requires that CI runs what people run before a change lands.
func TestWorkflow(t *testing.T) {
	t.Parallel()
	content, err := os.ReadFile("../../.github/workflows/ci.yml")
	require.NoError(t, err)
	var workflow struct {
		Permissions map[string]string
		Jobs        map[string]struct {
			Steps []struct{ Run string }
		}
	}
	require.NoError(t, yaml.Unmarshal(content, &workflow))
	require.Equal(t, map[string]string{"contents": "read"}, workflow.Permissions)
	steps := workflow.Jobs["ci"].Steps
	require.NotEmpty(t, steps)
	require.Equal(t, ".ci/run", steps[len(steps)-1].Run)
	info, err := os.Stat("../../.ci/run")
	require.NoError(t, err)
	require.NotZero(t, info.Mode()&0o100, ".ci/run can be executed")
}
