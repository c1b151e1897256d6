package main

import (
	"io"
	"os"
	"path/filepath"

	"github.com/spf13/cobra"

	"github.com/dsaeval/dsaeval/engine/policy"
	"github.com/dsaeval/dsaeval/engine/report"
	"github.com/dsaeval/dsaeval/internal/build"
	"github.com/dsaeval/dsaeval/internal/columns"
	"github.com/dsaeval/dsaeval/internal/writing"
	"github.com/dsaeval/dsaeval/policies/law"
)

// versions is what a finding depends on besides the facts.
type versions struct {
	Version string `json:"version"`
	// Commit and Dirty are null where the build noted no commit.
	Commit *string `json:"commit"`
	Dirty  *bool   `json:"dirty"`
	Go     string  `json:"go"`
	// OPA is the version of the library that reads added policies.
	OPA string `json:"opa"`
	// PoliciesSHA256 is the digest that stands in the provenance of reports.
	PoliciesSHA256   string `json:"policies_sha256"`
	LawFollowedUntil string `json:"law_followed_until"`
	// Added are the directories of --policies with their digests, for --policies-sha256.
	Added []report.File `json:"added"`
}

// versioning holds the flags of the version command.
type versioning struct {
	selection
	config  configuration
	outputs []string
}

func newVersion() *cobra.Command {
	var v versioning
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Tell the version of the program, of the policies and of the law",
		Long: `version tells from which commit the program was built and whether files had been
changed since, the digest of the policies, which reports have in their
provenance, and the day up to which the law was followed: amendments and new
acts after it are not in the policies.

evaluate --version prints the same.`,
		Example: `  evaluate version
  evaluate version -o json`,
		Args: asInUse,
		RunE: func(cmd *cobra.Command, _ []string) error { return v.print(cmd) },
	}
	v.addRules(cmd)
	outputFlag(cmd, &v.outputs, "text", "json")
	v.config.serve(cmd, serving{except: exceptOwn})
	return cmd
}

func (s *versioning) print(cmd *cobra.Command) error {
	outputs, err := outputsOf(s.outputs, textOrJSON)
	if err != nil {
		return err
	}
	eng, err := s.engine(cmd.Context())
	if err != nil {
		return err
	}
	info := build.Read()
	v := versions{
		Version: info.Version, Go: info.Go, OPA: info.OPA, Added: []report.File{},
		PoliciesSHA256: eng.PoliciesSHA256(), LawFollowedUntil: law.TextsRead().FollowedUntil,
	}
	for _, folder := range s.policiesFolder {
		digest, err := policy.Source{Name: folder, FS: os.DirFS(folder)}.Digest()
		if err != nil {
			return err
		}
		v.Added = append(v.Added, report.File{File: filepath.ToSlash(folder), SHA256: digest})
	}
	commit := "unknown; go build in a checkout notes it"
	if info.Commit != "" {
		v.Commit, v.Dirty = &info.Commit, &info.Dirty
		commit = info.Commit
		if info.Dirty {
			commit += ", with changes that are not committed"
		}
	}
	return writeList(outputs, cmd.OutOrStdout(), v, func(w io.Writer) error { return v.text(w, commit) })
}

func (v versions) text(w io.Writer, commit string) error {
	table := columns.New("")
	table.Row("dsaeval", v.Version)
	table.Row("commit", commit)
	table.Row("go", v.Go)
	table.Row("opa", v.OPA)
	table.Row("policies", "sha256 "+v.PoliciesSHA256)
	for _, added := range v.Added {
		table.Row("added", writing.OneLine(added.File)+", sha256 "+added.SHA256)
	}
	table.Row("law", "followed until "+v.LawFollowedUntil)
	return table.Write(w, 0)
}
