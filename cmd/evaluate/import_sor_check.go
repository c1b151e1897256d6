package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/records/sor"
)

// target reads the one output. Where none is asked for and --partial keeps the counts,
// nothing is printed.
func (c *importSOR) target(asked bool) error {
	outputs, err := outputsOf(c.outputs, oneOfFormats("table", "csv", "facts"))
	if err != nil {
		return err
	}
	if len(outputs) > 1 {
		return document.Hinted(errors.New("--output: the counts are written in one format at a time"), "--partial FILE, which can be written in others later")
	}
	c.format, c.output = outputs[0].format, outputs[0].file
	if c.output == "" && asked {
		c.output = "-"
	}
	return nil
}

// check refuses, before hours of counting, what can be known to fail after them.
func (c *importSOR) check(partials, dumps []string) (err error) {
	if c.grouping, err = sor.ParseGrouping(c.groupBy); err != nil {
		return fmt.Errorf("--group-by: %w", err)
	}
	for flag, day := range map[string]string{"from": c.from, "to": c.to} {
		if _, ok := sor.ParseDay(day); day != "" && !ok {
			return fmt.Errorf("--%s: %q is not a day YYYY-MM-DD", flag, day)
		}
	}
	switch {
	case c.format == "facts" && c.grouping.AllPlatforms && len(partials) == 0:
		return document.Hinted(errors.New("all platforms would be counted together, and facts are about one service"), "--group-by platform, or -o csv")
	case c.format != "facts" && c.toFolder():
		return document.Hinted(fmt.Errorf("-o %s=%s is a folder, and this format makes one file", c.format, c.output), fmt.Sprintf("-o %s=%s", c.format, filepath.Join(c.output, "counts."+c.format)))
	case c.resume && c.output == "" && c.partial == "":
		return document.Hinted(errors.New("--resume needs a file beside which it can keep the counts"), "-o FORMAT=FILE or --partial FILE")
	case c.resume && len(partials) > 0:
		return document.Hinted(fmt.Errorf("--resume goes on counting dumps, and %s is counted", partials[0]), "count the dumps alone, with --partial, and then all partials together")
	case c.resume && slices.Contains(dumps, "-"):
		return document.Hinted(errors.New("--resume cannot go on with standard input, which is gone by then"), "name a file")
	}
	if info, err := os.Stat(c.rejects); c.resume && err == nil && !info.Mode().IsRegular() {
		return document.Hinted(fmt.Errorf("--resume cannot go on in %s, which is not a regular file", c.rejects), "--rejects FILE")
	}
	if c.resume {
		beside := c.output
		if c.partial != "" {
			beside = c.partial
		}
		c.stateFile = filepath.Clean(beside) + ".resume"
	}
	return c.checkTargets(slices.Concat(partials, dumps))
}

// checkTargets refuses targets that cannot be written, and those that would
// overwrite an input or each other.
func (c *importSOR) checkTargets(inputs []string) error {
	var before []string
	for _, t := range []struct{ flag, name string }{{"-o", c.output}, {"--partial", c.partial}, {"--rejects", c.rejects}} {
		if t.name == "" || t.name == "-" && t.flag == "-o" || t.flag == "-o" && c.toFolder() {
			continue
		}
		folder := filepath.Dir(t.name)
		if info, err := os.Stat(folder); err != nil {
			return document.Hinted(fmt.Errorf("%s %s: %w", t.flag, t.name, err), fmt.Sprintf("mkdir %s", folder))
		} else if !info.IsDir() {
			return fmt.Errorf("%s %s: %s is not a folder", t.flag, t.name, folder)
		}
		if info, err := os.Stat(t.name); err == nil && info.IsDir() {
			return document.Hinted(fmt.Errorf("%s %s is a folder", t.flag, t.name), "name a file")
		}
		for _, other := range before {
			if sameFile(other, t.name) {
				return document.Hinted(fmt.Errorf("%s %s would overwrite what another flag writes there", t.flag, t.name), "give another name")
			}
		}
		for _, input := range inputs {
			if reads(input, t.name) {
				return document.Hinted(fmt.Errorf("%s %s would overwrite what is read", t.flag, t.name), "give another name, or another folder")
			}
		}
		before = append(before, t.name)
	}
	return nil
}

// reads reports whether an argument stands for a file that exists.
func reads(argument, file string) bool {
	if sameFile(argument, file) {
		return true
	}
	if _, err := os.Stat(file); err != nil {
		return false
	}
	matches, _ := filepath.Glob(argument) // no pattern, no matches
	for _, match := range matches {
		if sameFile(match, file) {
			return true
		}
	}
	extension := strings.ToLower(filepath.Ext(file))
	return sameFile(argument, filepath.Dir(file)) && (extension == ".csv" || extension == ".zip")
}

// sameFile reports whether two names lead to one file, or would.
func sameFile(one, other string) bool {
	first, err1 := os.Stat(one)
	second, err2 := os.Stat(other)
	if err1 == nil && err2 == nil {
		// A device takes what is written to it, whoever else does.
		return os.SameFile(first, second) && (first.Mode().IsRegular() || first.IsDir())
	}
	absolute, err1 := filepath.Abs(one)
	absoluteOther, err2 := filepath.Abs(other)
	return err1 == nil && err2 == nil && absolute == absoluteOther
}
