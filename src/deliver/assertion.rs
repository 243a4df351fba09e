//! What proves an application by its certificate: a signed statement that holds for some minutes (RFC 7523, as Microsoft Entra
//! asks for it: PS256, with the certificate's SHA-256).

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD as BASE64;
use chrono::{DateTime, TimeDelta, Utc};
use ring::rand::SystemRandom;
use ring::signature::{RSA_PSS_SHA256, RsaKeyPair};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, PrivateKeyDer};
use serde_json::json;
use sha2::{Digest, Sha256};

use super::smtp::Why;

/// How long the statement holds.
const LIFE: TimeDelta = TimeDelta::minutes(10);
/// How far the other machine's clock may be behind.
const SKEW: TimeDelta = TimeDelta::minutes(5);

/// The statement that whoever holds the certificate is the application. `url`: who is to believe it.
///
/// # Errors
/// Why, if the certificate or its key cannot be used.
pub(super) fn assertion(
    pem: &[u8],
    client_id: &str,
    url: &str,
    now: DateTime<Utc>,
) -> Result<String, Why> {
    let certificate = CertificateDer::from_pem_slice(pem).map_err(|_| Why::NoPem)?;
    let key = PrivateKeyDer::from_pem_slice(pem).map_err(|_| Why::NoKey)?;
    let key = match &key {
        PrivateKeyDer::Pkcs8(key) => RsaKeyPair::from_pkcs8(key.secret_pkcs8_der()),
        PrivateKeyDer::Pkcs1(key) => RsaKeyPair::from_der(key.secret_pkcs1_der()),
        _ => return Err(Why::NoRsa),
    };
    let key = key.map_err(|_| Why::ShortRsa)?;
    let header = json!({
        "alg": "PS256",
        "typ": "JWT",
        "x5t#S256": BASE64.encode(Sha256::digest(&certificate)),
    });
    let named = format!("{client_id} {url} {}", now.timestamp_micros());
    let claims = json!({
        "aud": url,
        "iss": client_id,
        "sub": client_id,
        "jti": BASE64.encode(Sha256::digest(named)),
        "nbf": (now - SKEW).timestamp(),
        "exp": (now + LIFE).timestamp(),
    });
    let stated = [header, claims].map(|part| BASE64.encode(part.to_string()));
    let stated = stated.join(".");
    let mut signature = vec![0; key.public().modulus_len()];
    key.sign(
        &RSA_PSS_SHA256,
        &SystemRandom::new(),
        stated.as_bytes(),
        &mut signature,
    )
    .map_err(|_| Why::CannotSign)?;
    Ok(format!("{stated}.{}", BASE64.encode(signature)))
}
