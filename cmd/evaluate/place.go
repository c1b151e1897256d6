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
			if input != "" && input != "-" && oneFile(name, input) {
				return fmt.Errorf("--output: %s is read by this run and would be written over", filepath.ToSlash(name))
			}
		}
	}
	return nil
}

// inputs are the files beside the facts that a run reads.
func (e *evaluation) inputs() []string {
	return slices.Concat(e.selection.params, e.gating.waiverFiles, []string{e.gating.baselineFile, e.config.file})
}

// replaceable reports whether a file is an ordinary one or none yet, and no device.
func replaceable(name string) bool {
	info, err := os.Stat(name)
	return err != nil || info.Mode().IsRegular()
}

var errOutside = errors.New("it leads outside the directory of the configuration")

// within says why a file may not be read for a configuration that nobody named: it
// must stand below its directory, whatever links lead to.
func within(dir, name string) error {
	if !filepath.IsLocal(name) {
		return errOutside
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return err
	}
	defer root.Close()
	if _, err := root.Stat(name); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return errOutside
	}
	return nil
}

// writable says why a file may not be written for a configuration that nobody named.
// A checkout of a stranger must not write beside itself, nor over what is no report.
func writable(dir, name string) error {
	if !filepath.IsLocal(name) {
		return errOutside
	}
	if slices.ContainsFunc(strings.Split(filepath.ToSlash(name), "/"), func(part string) bool { return strings.EqualFold(part, ".git") }) {
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

var reportMarks = regexp.MustCompile(`"policies_sha256"|"policiesSha256"|^service,provider,|^TAP version|<testsuites|# DSA evaluation|# Audit working paper|(?m)^\d+ breach.* not applicable$|<meta name="generator" content="dsaeval`)

// isReport reports whether a file looks like one that this program wrote.
func isReport(content []byte) bool { return reportMarks.Match(content) }
