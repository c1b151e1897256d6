package main

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// oneFile reports whether two names are one file, be it through links, or would be
// if it were there.
func oneFile(a, b string) bool {
	if one, err := os.Stat(a); err == nil {
		other, err := os.Stat(b)
		return err == nil && os.SameFile(one, other)
	}
	return realName(a) == realName(b)
}

// realName is the absolute name of a file that need not exist, with the links of its
// folder followed.
func realName(name string) string {
	dir, err := filepath.EvalSymlinks(filepath.Dir(name))
	if err != nil {
		dir = filepath.Dir(name)
	}
	if absolute, err := filepath.Abs(filepath.Join(dir, filepath.Base(name))); err == nil {
		return absolute
	}
	return name
}

// apart refuses outputs that would be written over one another or over what is read.
func apart(outputs, inputs []string) error {
	for i, name := range outputs {
		if name == "" || !replaceable(name) {
			continue
		}
		for _, other := range outputs[:i] {
			if other != "" && oneFile(name, other) {
				return fmt.Errorf("--output: %s and %s are one file, and one format would be lost", filepath.ToSlash(other), filepath.ToSlash(name))
			}
		}
		for _, input := range inputs {
			if input != "" && input != "-" && (oneFile(name, input) || readBelow(input, name)) {
				return fmt.Errorf("--output: %s is read by this run and would be written over", filepath.ToSlash(name))
			}
		}
	}
	return nil
}

// flagsThatRead are the flags that name what a command reads, whichever has them.
var flagsThatRead = []string{
	"params", "waivers", "policies", "statements", "baseline", "config", "fine-model", "sign", "key", "missing", "table", "merge",
}

// keepApart refuses outputs of a command that would be written over one another or over
// what it reads: its arguments, files that flags name, and what is read of directories.
func keepApart(cmd *cobra.Command, args []string) error {
	var names []string
	outputs, _ := cmd.Flags().GetStringArray("output") // none, if the command writes nothing
	for _, output := range outputs {
		if _, name, ok := strings.Cut(output, "="); ok && name != "-" {
			names = append(names, name)
		}
	}
	inputs := slices.Clone(args)
	for _, flag := range flagsThatRead {
		if list, err := cmd.Flags().GetStringArray(flag); err == nil {
			inputs = append(inputs, list...)
		} else if name, err := cmd.Flags().GetString(flag); err == nil {
			inputs = append(inputs, name)
		}
	}
	return apart(names, inputs)
}

// readBelow reports whether a file that is there stands in a directory and may be what
// a command reads of that; a report of an earlier run is not, unless it is called as facts
// are.
func readBelow(dir, name string) bool {
	if info, err := os.Stat(dir); err != nil || !info.IsDir() {
		return false
	}
	rest, err := filepath.Rel(realName(behindLinks(dir)), realName(behindLinks(name)))
	if err != nil || !filepath.IsLocal(rest) || !readable(name) {
		return false
	}
	if isFactFile(filepath.Base(name)) {
		return true
	}
	content, err := os.ReadFile(name)
	return err == nil && !isReport(content)
}

// readable reports whether files of that name are read of directories: facts, rules with
// their values, tables.
func readable(name string) bool {
	extensions := []string{".yaml", ".yml", ".rego", ".csv", ".tsv", ".txt", ".xlsx", ".xlsm", ".ods", ".zip"}
	return isFactFile(filepath.Base(name)) || strings.HasSuffix(name, ".schema.json") || slices.Contains(extensions, strings.ToLower(filepath.Ext(name)))
}

// replaceable reports whether a file is an ordinary one or none yet, and no device.
func replaceable(name string) bool {
	info, err := os.Stat(name)
	return err != nil || info.Mode().IsRegular()
}

var errOutside = errors.New("it leads outside the directory of the configuration")

// within says why a file may not be read for a configuration that nobody named: it
// must stand below its directory, whatever links lead to, and so must all of a directory.
func within(dir, name string) error {
	if !filepath.IsLocal(name) {
		return errOutside
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	info, err := root.Stat(name)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return nil // that is told when it is read
	case err != nil:
		return errOutside
	case !info.IsDir():
		return nil
	}
	return fs.WalkDir(root.FS(), filepath.ToSlash(filepath.Clean(name)), func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.Type()&fs.ModeSymlink == 0 {
			return err
		}
		if _, err := root.Stat(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return fmt.Errorf("%s leads outside the directory of the configuration", path)
		}
		return nil
	})
}

// writable says why a file may not be written for a configuration that nobody named.
// A checkout of a stranger must not write beside itself, nor over what is no report.
func writable(dir, name string) error {
	if !filepath.IsLocal(name) {
		return errOutside
	}
	real, err := filepath.Rel(realName(behindLinks(dir)), realName(filepath.Join(dir, name)))
	if err != nil {
		return errOutside
	}
	if ofRepository(name) || ofRepository(real) {
		return errors.New("it would change the repository")
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	if _, err := root.Stat(filepath.Dir(name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return errOutside
	}
	info, err := root.Lstat(name)
	if err != nil {
		return nil // there is none yet; what else is wrong with it is told when it is written
	}
	if !info.Mode().IsRegular() || isFactFile(info.Name()) || info.Name() == configName {
		return errors.New("it would write over what is no report")
	}
	content, err := root.ReadFile(name)
	if err != nil || len(content) > 0 && !isReport(content) {
		return errors.New("it would write over what is no report")
	}
	return nil
}

// ofRepository reports whether a file is one that Git keeps.
func ofRepository(name string) bool {
	return slices.ContainsFunc(strings.Split(filepath.ToSlash(name), "/"), func(part string) bool { return strings.EqualFold(part, ".git") })
}

var reportMarks = regexp.MustCompile(`"policies_sha256"|"policiesSha256"|^service,provider,|^rule,severity,|^TAP version|<testsuites|# DSA evaluation|# Audit working paper|(?m)^\d+ breach.* not applicable$|<meta name="generator" content="dsaeval`)

// isReport reports whether a file looks like one that this program wrote.
func isReport(content []byte) bool { return reportMarks.Match(content) }
