package main

import (
	"fmt"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine/facts"
	"github.com/dsaeval/dsaeval/engine/render"
	"github.com/dsaeval/dsaeval/internal/document"
	"github.com/dsaeval/dsaeval/internal/saved"
)

// newRender writes what was judged before in other formats; it judges nothing, so that
// its exit code says nothing of verdicts.
func newRender() *cobra.Command {
	var outputs []string
	var shown listing
	var config configuration
	cmd := &cobra.Command{
		Use:   "render REPORT...",
		Short: "Write saved JSON reports in any format",
		Long: `render reads reports that were saved with --output json, one or as NDJSON
several, and writes them in any format. Nothing is judged. A report that was
made with less detail than a format shows is refused. Reports of version 1 are
refused, too: they have no conditions, and a paper without them would say less
than it seems to; evaluate their facts again.

The exit code is 0 whatever the verdicts, and 2 if something cannot be read or
written.`,
		Example: `  evaluate facts.yaml -o json=report.json
  evaluate render report.json -o html=report.html -o csv=report.csv`,
		Args: asInUse,
		RunE: func(cmd *cobra.Command, args []string) error {
			chosen, err := outputsOf(outputs, reportFormatOf)
			if err != nil {
				return err
			}
			options, err := shown.options()
			if err != nil {
				return err
			}
			p, err := newPapers(chosen, facts.Builtin, cmd.OutOrStdout(), shown.colour, false, func(render.Format) []render.Option { return options })
			if err != nil {
				return err
			}
			defer p.abandon()
			for _, name := range args {
				if err := renderFile(cmd, p, name); err != nil {
					return err
				}
			}
			return p.commit(false)
		},
	}
	outputFlag(cmd, &outputs, reportFormats()...)
	shown.addFlags(cmd)
	config.serve(cmd, serving{except: exceptOwn})
	return cmd
}

func renderFile(cmd *cobra.Command, p *papers, name string) error {
	in := cmd.InOrStdin()
	if name != "-" {
		file, err := open(name)
		if err != nil {
			return err
		}
		defer file.Close()
		in = file
	}
	name = filepath.ToSlash(name)
	for r, err := range saved.Read(name, in) {
		switch {
		case err != nil:
			return err
		case r.SchemaVersion < 2:
			return document.Hinted(fmt.Errorf("%s: a report of version %d has no conditions to write", name, r.SchemaVersion), "evaluate its facts again")
		}
		if err := cmd.Context().Err(); err != nil {
			return err
		}
		if err := p.add(r); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
	}
	return nil
}
