package sor

import (
	"context"
	"crypto/sha1"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"strings"
)

// published returns the digest in the .sha1 file beside a file, "" if there is
// none.
func published(in input) (string, error) {
	if _, err := in.stat(in.path + ".sha1"); errors.Is(err, fs.ErrNotExist) {
		return "", nil
	} else if err != nil {
		return "", err
	}
	sums, err := in.openFile(in.path + ".sha1")
	if err != nil {
		return "", err
	}
	defer sums.Close()
	content, err := io.ReadAll(io.LimitReader(sums, 4096))
	if err != nil {
		return "", err
	}
	want, of, _ := strings.Cut(strings.TrimSpace(string(content)), " ")
	of = strings.TrimLeft(of, " *")
	if digest, err := hex.DecodeString(want); err != nil || len(digest) != sha1.Size {
		return "", fmt.Errorf("%s.sha1: not a SHA-1 checksum: %q", in.path, shorten(want, 50))
	}
	if of != "" && of != in.base() {
		return "", hint(fmt.Errorf("%s.sha1: %w: it is that of %s", in.path, ErrChecksum, shorten(of, 100)), "download both files again")
	}
	return strings.ToLower(want), nil
}

// checksum compares a file with the .sha1 file beside it and returns the
// digest, "" if there is none to compare with. SHA-1 is what the Commission
// publishes; it guards against damage, not against forgery.
func checksum(ctx context.Context, in input) (string, error) {
	want, err := published(in)
	if want == "" {
		return "", err
	}
	file, err := in.openFile(in.path)
	if err != nil {
		return "", err
	}
	defer file.Close()
	h := sha1.New()
	buffer := make([]byte, 1<<20)
	// The plain Copy would hand the file to the hash in pieces of 32 KiB, and
	// could not be interrupted.
	if _, err := io.CopyBuffer(struct{ io.Writer }{h}, &interruptible{ctx, file}, buffer); err != nil {
		return "", err
	}
	if have := hex.EncodeToString(h.Sum(nil)); have != want {
		return "", hint(fmt.Errorf("%s: %w: SHA-1 %s, expected %s", in.path, ErrChecksum, have, want),
			"download the archive and its .sha1 again; archives are sometimes made anew")
	}
	return want, nil
}

// interruptible is a reader that ends when the context does.
type interruptible struct {
	ctx context.Context
	r   io.Reader
}

func (i *interruptible) Read(p []byte) (int, error) {
	if err := i.ctx.Err(); err != nil {
		return 0, err
	}
	return i.r.Read(p)
}
