package serve

import (
	"crypto/sha256"
	"crypto/subtle"
	"net"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/dsaeval/dsaeval/serve/internal/api"
)

// policy is what a browser may do with a page: load the style and the script of this
// server, and send forms to it. Nothing inline, nothing from elsewhere, in no frame.
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

// guarded puts the guards before a handler, the cheapest first.
func guarded(next http.Handler, o Options) http.Handler {
	cross := http.NewCrossOriginProtection()
	cross.SetDenyHandler(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		api.Refuse(w, r, "a page of another origin can change nothing here", http.StatusForbidden)
	}))
	next = cross.Handler(next)
	next = authenticated(next, o.Token)
	next = named(next, o.Hosts)
	next = limited(next)
	return recovered(headed(next), o)
}

// headed sets the headers of every answer.
func headed(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "same-origin")
		h.Set("Cross-Origin-Opener-Policy", "same-origin")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		h.Set("Permissions-Policy", "camera=(), geolocation=(), microphone=()")
		next.ServeHTTP(w, r)
	})
}

// limited lets so many requests work at a time. Who comes later waits
// a little, and is then told to come again.
func limited(next http.Handler) http.Handler {
	slots := make(chan struct{}, requestsAtOnce)
	const patience = 5 * time.Second
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		late := time.NewTimer(patience)
		defer late.Stop()
		select {
		case slots <- struct{}{}:
			defer func() { <-slots }()
		case <-late.C:
			w.Header().Set("Retry-After", "5")
			api.Refuse(w, r, "too many requests at a time", http.StatusServiceUnavailable)
			return
		case <-r.Context().Done():
			return
		}
		next.ServeHTTP(w, r)
	})
}

// named refuses names that are not this server's own. An address is nobody's name.
func named(next http.Handler, hosts []string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		host := r.Host
		if name, _, err := net.SplitHostPort(host); err == nil {
			host = name
		}
		host = strings.ToLower(strings.Trim(host, "[]"))
		if host != "localhost" && net.ParseIP(host) == nil && !slices.ContainsFunc(hosts, func(h string) bool { return strings.EqualFold(h, host) }) {
			api.Refuse(w, r, "this server is not called so; whoever runs it can give it the name", http.StatusMisdirectedRequest)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// authenticated asks for a token, in either of the two ways that need no cookie:
// programs send it as a bearer token, browsers as the password that they ask for.
func authenticated(next http.Handler, token string) http.Handler {
	if token == "" {
		return next
	}
	want := sha256.Sum256([]byte(token))
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		given, bearer := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if !bearer {
			_, given, _ = r.BasicAuth()
		}
		have := sha256.Sum256([]byte(given))
		if r.URL.Path != "/healthz" && subtle.ConstantTimeCompare(have[:], want[:]) != 1 {
			w.Header().Set("WWW-Authenticate", `Basic realm="dsaeval", charset="UTF-8"`)
			api.Refuse(w, r, "the token is missing or wrong", http.StatusUnauthorized)
			return
		}
		next.ServeHTTP(w, r)
	})
}

// recovered keeps a crash to the request that it happened in. What was going on stands
// in the log and not in the answer.
func recovered(next http.Handler, o Options) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			crash := recover()
			if crash == nil {
				return
			}
			if crash == http.ErrAbortHandler { //nolint:errorlint // as net/http compares it
				panic(crash)
			}
			o.Log.Error("a request crashed", "method", r.Method, "crash", crash)
			api.Refuse(w, r, "something went wrong in the program", http.StatusInternalServerError)
		}()
		next.ServeHTTP(w, r)
	})
}
