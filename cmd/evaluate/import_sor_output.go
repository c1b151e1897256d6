package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/records/sor"
)

// target is a file, and what writes its content.
type target struct {
	name  string
	write func(io.Writer) error
}

// write writes everything that was asked for, or nothing. All of it is streamed:
// the counts of thousands of groups fit into memory, but not also their text.
func (c *importSOR) write(ctx context.Context, total *sor.Aggregate, stdout io.Writer) error {
	var documents []sor.Document
	report := total.WriteTable
	switch c.format {
	case "facts":
		var err error
		if documents, err = total.Facts(); err != nil {
			return err
		}
		if len(documents) > 1 && !c.toFolder() && (c.output != "" || c.partial == "") {
			return document.Hinted(fmt.Errorf("facts are about one service and one period, and there are %d", len(documents)), "--platform NAME, or -o facts=FOLDER/")
		}
		report = yamlOf(documents[0])
	case "csv":
		report = total.WriteCSV
	}
	var targets []target
	if c.partial != "" {
		targets = append(targets, target{c.partial, total.WritePartial})
	}
	switch {
	case c.output == "" || c.output == "-":
	case c.toFolder():
		inFolder, err := c.inFolder(documents)
		if err != nil {
			return err
		}
		targets = append(targets, inFolder...)
	default:
		targets = append(targets, target{c.output, report})
	}
	if err := writeWhole(ctx, targets); err != nil || !c.toStdout() {
		return err
	}
	buffered := bufio.NewWriter(stdout)
	return errors.Join(report(buffered), buffered.Flush())
}

// yamlOf writes a document that the schema accepts: counts of a dump that
// contradict each other are refused like those of a file.
func yamlOf(d sor.Document) func(io.Writer) error {
	return func(w io.Writer) error {
		schema, err := facts.Builtin()
		if err != nil {
			return err
		}
		content := d.YAML()
		if _, err := schema.Load(d.Name, content); err != nil {
			return err
		}
		_, err = w.Write(content)
		return err
	}
}

func (c *importSOR) toStdout() bool {
	return c.output == "-" || c.output == "" && c.partial == ""
}

func (c *importSOR) toFolder() bool {
	if strings.HasSuffix(c.output, "/") || strings.HasSuffix(c.output, string(filepath.Separator)) {
		return true
	}
	info, err := os.Stat(c.output)
	return c.output != "" && err == nil && info.IsDir()
}

// inFolder makes a target of each document. Two platforms whose names differ in
// punctuation alone would share one; that is refused.
func (c *importSOR) inFolder(documents []sor.Document) ([]target, error) {
	var targets []target
	seen := map[string]bool{}
	for _, d := range documents {
		if seen[d.Name] {
			return nil, document.Hinted(fmt.Errorf("two platforms would be written to %s", d.Name), "--platform with the name of one of them")
		}
		seen[d.Name] = true
		targets = append(targets, target{filepath.Join(c.output, d.Name), yamlOf(d)})
	}
	return targets, os.MkdirAll(c.output, 0o755)
}

// writeWhole writes all files beside their places before the first of them
// takes its own. What is no ordinary file, such as a device or a pipe, is written
// to and never replaced.
func writeWhole(ctx context.Context, targets []target) error {
	staged := map[string]string{}
	defer func() {
		for _, temporary := range staged {
			os.Remove(temporary)
		}
	}()
	for _, t := range targets {
		if info, err := os.Stat(t.name); err == nil && !info.Mode().IsRegular() {
			continue
		}
		temporary, err := stage(t)
		if err != nil {
			return err
		}
		staged[t.name] = temporary
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	for _, t := range targets {
		temporary, ordinary := staged[t.name]
		if !ordinary {
			if err := writeInto(t); err != nil {
				return err
			}
			continue
		}
		if err := os.Rename(temporary, t.name); err != nil {
			return err
		}
		delete(staged, t.name)
	}
	return nil
}

// stage writes a file that can take the place of the target.
func stage(t target) (name string, err error) {
	file, err := createBeside(t.name)
	if err != nil {
		return "", err
	}
	buffered := bufio.NewWriterSize(file, 1<<16)
	if err := errors.Join(t.write(buffered), buffered.Flush(), file.Chmod(0o644), file.Close()); err != nil {
		os.Remove(file.Name())
		return "", err
	}
	return file.Name(), nil
}

func writeInto(t target) error {
	file, err := os.OpenFile(t.name, os.O_WRONLY, 0)
	if err != nil {
		return err
	}
	buffered := bufio.NewWriter(file)
	return errors.Join(t.write(buffered), buffered.Flush(), file.Close())
}
