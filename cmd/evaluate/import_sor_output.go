package main

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/dsaeval/dsaeval/engine/ingest/sor"
)

// write writes everything that was asked for. Documents are made before the
// first of them is written.
func (c *importSOR) write(ctx context.Context, total *sor.Aggregate, stdout io.Writer) error {
	var documents []sor.Document
	var content bytes.Buffer
	var err error
	switch {
	case c.format == "facts":
		if documents, err = total.Facts(); err != nil {
			return err
		}
		if len(documents) > 1 && !c.toFolder() && (c.output != "" || c.partial == "") {
			return fmt.Errorf("facts are about one service and one period, and there are %d\n  try: --platform NAME, or -o FOLDER/", len(documents))
		}
		content.Write(documents[0].YAML)
	case c.format == "csv":
		err = total.WriteCSV(&content)
	default:
		err = total.WriteTable(&content)
	}
	if err != nil {
		return err
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if c.partial != "" {
		partial, err := json.Marshal(total)
		if err != nil {
			return err
		}
		if err := replace(c.partial, append(partial, '\n')); err != nil {
			return err
		}
	}
	switch {
	case c.output == "" && c.partial != "":
		return nil
	case c.output == "" || c.output == "-":
		_, err := stdout.Write(content.Bytes())
		return err
	case c.toFolder() && c.format == "facts":
		return writeFolder(c.output, documents)
	}
	return replace(c.output, content.Bytes())
}

func (c *importSOR) toFolder() bool {
	if strings.HasSuffix(c.output, "/") || strings.HasSuffix(c.output, string(filepath.Separator)) {
		return true
	}
	info, err := os.Stat(c.output)
	return c.output != "" && err == nil && info.IsDir()
}

// writeFolder writes each document under its own name. Two platforms whose
// names differ in punctuation alone would share one; that is refused.
func writeFolder(dir string, documents []sor.Document) error {
	seen := map[string]bool{}
	for _, d := range documents {
		if seen[d.Name] {
			return fmt.Errorf("two platforms would be written to %s\n  try: --platform with the name of one of them", d.Name)
		}
		seen[d.Name] = true
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	for _, d := range documents {
		if err := replace(filepath.Join(dir, d.Name), d.YAML); err != nil {
			return err
		}
	}
	return nil
}
